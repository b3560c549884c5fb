// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QQuickWindow>
#include <QStringList>
#include <QTimer>
#include <functional>

class QQuickItem;

namespace foyer::mobile {

/// Drives the real window the way a person with a screen reader would: by the accessible names of its
/// controls. Reads one command a line from standard input and answers each with one line, "ok …" or "fail …".
/// Used by the demo and the end-to-end tests (`--pilot`). Lives on the GUI thread.
///
///   tap NAME            press the control (scrolls it into view)
///   type NAME<TAB>TEXT  focus the field and replace its text, key by key
///   key NAME<TAB>KEY    focus the control and send one key, e.g. Right
///   press KEY           send one key to whatever has the focus
///   wait NAME           until a visible control has that name (or begins with it, when NAME ends with *)
///   gone NAME           until none has
///   until STATE         until the sync status has that state (verified, offline, waiting, …)
///   shot FILE           save a picture of the window
///   names               list what can be named now
///   quit
class Pilot : public QObject {
  Q_OBJECT

 public:
  /// `state` tells the sync state by its short name. `window` is not owned.
  Pilot(QQuickWindow* window, std::function<QString()> state, QObject* parent = nullptr);
  void start();

 private:
  void readInput();
  void next();
  void run(const QString& line);
  /// Runs `step` every few milliseconds until it returns true or the time is up, then answers.
  void poll(std::function<bool()> step, const QString& what);
  void answer(bool ok, const QString& text = {});

  QQuickItem* find(const QString& name) const;
  bool press(const QString& name);
  bool focusOn(const QString& name);
  void sendKey(int key, const QString& text, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  QStringList names() const;

  QQuickWindow* m_window;
  std::function<QString()> m_state;
  QStringList m_queue;
  QByteArray m_partial;
  bool m_busy = false;
  bool m_ended = false;
  QTimer m_poll;
  QElapsedTimer m_since;
  std::function<bool()> m_step;
  QString m_what;
};

}  // namespace foyer::mobile
