// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QVariantMap>

#include "checkin/checkin.hpp"

namespace foyer::kiosk {

/// The state machine as the pages see it: values to show and things a person can do. Says nothing in words,
/// so that the pages can say it in any language. Lives on the GUI thread; drives the time-outs of the
/// machine.
class KioskView : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(QString stage READ stage NOTIFY changed)  ///< enrol, loading, idle, verdict, search
  Q_PROPERTY(QString clock READ clock NOTIFY changed)
  Q_PROPERTY(QString day READ day NOTIFY changed)          ///< "2026-06-14", the shoot's calendar
  Q_PROPERTY(int dayNumber READ dayNumber NOTIFY changed)  ///< 0 = nobody counts
  Q_PROPERTY(QString project READ project NOTIFY changed)
  Q_PROPERTY(QString gate READ gateName NOTIFY changed)
  Q_PROPERTY(QString place READ place NOTIFY changed)
  Q_PROPERTY(QString syncState READ syncState NOTIFY changed)  ///< as Theme.tone() knows them
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  Q_PROPERTY(int present READ present NOTIFY changed)
  Q_PROPERTY(QVariantMap card READ card NOTIFY changed)
  Q_PROPERTY(int undoSeconds READ undoSeconds NOTIFY changed)
  Q_PROPERTY(bool undone READ undone NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)  ///< why the last scan could not be kept
  Q_PROPERTY(bool noCamera READ noCamera NOTIFY changed)
  Q_PROPERTY(bool namesAllowed READ namesAllowed NOTIFY changed)
  Q_PROPERTY(bool hasPins READ hasPins NOTIFY changed)
  Q_PROPERTY(QString operatorName READ operatorName NOTIFY changed)
  Q_PROPERTY(int pinLockSeconds READ pinLockSeconds NOTIFY changed)
  Q_PROPERTY(bool unlocking READ unlocking NOTIFY changed)
  Q_PROPERTY(QString server READ server NOTIFY changed)
  Q_PROPERTY(bool enrolling READ enrolling NOTIFY changed)
  Q_PROPERTY(QString enrolCode READ enrolCode NOTIFY changed)  ///< wire name of why the enrolment was refused

 public:
  KioskView(Checkin& checkin, EventMaker& maker, const Clock& clock, QObject* parent = nullptr);

  // ---- what the program tells
  struct Site {
    QString project, place;
    int dayNumber = 0;
    bool operator==(const Site&) const = default;
  };
  void setSite(const Site& site);
  void setSync(const QString& state, int waiting);
  void setConfirmed(const Uuid& event);
  void setEnrolled(bool enrolled);
  void setLoaded();
  void setNoCamera(bool none);
  void setServer(const QString& server);
  void setEnrolOutcome(const QString& code);
  /// Reads the clocks and the machine again; called by itself four times a second.
  void refresh();

  // ---- what the pages show
  QString stage() const;
  QString clock() const;
  QString day() const;
  int dayNumber() const { return m_site.dayNumber; }
  QString project() const { return m_site.project; }
  QString gateName() const;
  QString place() const { return m_site.place; }
  QString syncState() const { return m_syncState; }
  int waiting() const { return m_waiting; }
  int present() const;
  QVariantMap card() const;
  int undoSeconds() const;
  bool undone() const;
  QString trouble() const;
  bool noCamera() const { return m_noCamera; }
  bool namesAllowed() const;
  bool hasPins() const;
  QString operatorName() const;
  int pinLockSeconds() const;
  bool unlocking() const { return m_unlocking; }
  QString server() const { return m_server; }
  bool enrolling() const { return m_enrolling; }
  QString enrolCode() const { return m_enrolCode; }

  // ---- what a person does
  Q_INVOKABLE void openSearch();
  Q_INVOKABLE void closeSearch();
  Q_INVOKABLE void touched();
  /// At most five of {id, name, code, role, call, inside}.
  Q_INVOKABLE QVariantList find(const QString& typed);
  /// `direction`: "automatic", "in" or "out". `reason` is kept with the event.
  Q_INVOKABLE void choose(const QString& id, const QString& direction, const QString& reason);
  Q_INVOKABLE void undo();
  Q_INVOKABLE void dismiss();
  Q_INVOKABLE void unlock(const QString& pin);
  Q_INVOKABLE void enrol(const QString& server, const QString& token);

 signals:
  void changed();
  /// A verdict came on the screen; the group names its sound.
  void verdictShown(const QString& group);
  void unlocked(bool right);
  void enrolWanted(const QString& server, const QString& token);

 private:
  void machineChanged();
  QString localClock(std::int64_t utcMs) const;

  Checkin& m_checkin;
  EventMaker& m_maker;
  const Clock& m_clock;
  QTimer m_timer;
  Site m_site;
  QString m_syncState = "off";
  int m_waiting = 0;
  bool m_enrolled = false, m_loaded = false, m_noCamera = false, m_unlocking = false, m_enrolling = false;
  bool m_confirmed = false;
  Uuid m_shownEvent;
  QString m_server, m_enrolCode;
};

}  // namespace foyer::kiosk
