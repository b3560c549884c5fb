// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QQmlEngine>
#include <QQuickView>
#include <QStringList>
#include <QTimer>
#include <deque>

#include "app/given_clock.hpp"
#include "app/options.hpp"
#include "app/report.hpp"
#include "app/sounds.hpp"
#include "device/station.hpp"
#include "scanner/line_source.hpp"
#include "scanner/wedge.hpp"
#include "screen/kiosk_view.hpp"

namespace foyer::kiosk {

/// Puts the kiosk together: sources of codes → machine → database and screen. Lives on the GUI thread.
class KioskApp : public QObject {
  Q_OBJECT

 public:
  explicit KioskApp(Options options);
  ~KioskApp() override;
  /// Shows the window and opens the database. False, after saying why on standard error, when that can't
  /// work.
  bool start();

 private:
  void connectStation();
  void connectScanner();
  void onOpened(const Station::Opened& who);
  void onGate(const GateUpdate& update);
  void refreshRules();
  void onCode(const Scan& scan);
  bool enrolFrom(const QString& text);
  void onDecided(const Card& card, const SignedEvent& event, const Result<void>& kept);
  void takePicture(const QString& name);
  void inputEnded();
  void leaveWhenDone();
  /// Ends the program; the first reason to leave is the one it tells.
  void leave(int status);

  Options m_options;
  GivenClock m_clock;
  Report m_report;
  attendance::Gate m_gate;
  EventMaker m_maker;
  Station m_station;
  Checkin m_checkin;
  KioskView m_view;
  GateSettings m_settings;
  Scanner m_scanner;
  LineSource m_lines;
  WedgeFilter m_wedge;
  Sounds m_sounds;
  QQmlEngine m_engine;
  QQuickView m_window;
  QTimer m_rulesTimer, m_leaveTimer;
  QElapsedTimer m_sinceEnd;
  std::deque<Scan> m_early;      ///< codes that came before the roster was there
  std::deque<Scan> m_undecided;  ///< in the order of their verdicts
  attendance::Day m_rulesDay{};
  bool m_loaded = false, m_connected = false, m_revoked = false, m_leaving = false;
  int m_waiting = 0, m_pictures = 0, m_decided = 0;
};

}  // namespace foyer::kiosk
