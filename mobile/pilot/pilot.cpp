// SPDX-License-Identifier: GPL-3.0-or-later
#include "pilot/pilot.hpp"

#include <unistd.h>

#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QMouseEvent>
#include <QQuickItem>
#include <QSocketNotifier>
#include <cstdio>

namespace foyer::mobile {
namespace {

constexpr int kPollMs = 15;
constexpr qint64 kPatienceMs = 60'000;

QString accessibleName(QQuickItem* item) {
  QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
  return face && face->isValid() ? face->text(QAccessible::Name) : QString();
}

/// Words inside a control carry the same name; the control itself is meant.
bool isOnlyText(QQuickItem* item) {
  QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
  return face && face->role() == QAccessible::StaticText;
}

bool matches(const QString& name, const QString& wanted) {
  return wanted.endsWith(QLatin1Char('*')) ? name.startsWith(wanted.chopped(1)) : name == wanted;
}

/// Depth first, topmost drawn last: the last match is the one a person sees.
void visit(QQuickItem* item, const std::function<void(QQuickItem*)>& seen) {
  if (!item->isVisible() || item->opacity() <= 0) return;
  seen(item);
  for (QQuickItem* child : item->childItems()) visit(child, seen);
}

/// Moves every Flickable around the item so that its centre is inside.
void scrollIntoView(QQuickItem* item) {
  for (QQuickItem* parent = item->parentItem(); parent; parent = parent->parentItem()) {
    if (!parent->inherits("QQuickFlickable")) continue;
    const QPointF centre = item->mapToItem(parent, QPointF(item->width() / 2, item->height() / 2));
    const auto shift = [&](const char* property, qreal at, qreal size, qreal limit) {
      if (at >= 24 && at <= size - 24) return;
      const qreal current = parent->property(property).toReal();
      parent->setProperty(property, qBound<qreal>(0, current + at - size / 2, qMax<qreal>(0, limit - size)));
    };
    shift("contentY", centre.y(), parent->height(), parent->property("contentHeight").toReal());
    shift("contentX", centre.x(), parent->width(), parent->property("contentWidth").toReal());
  }
}

}  // namespace

Pilot::Pilot(QQuickWindow* window, std::function<QString()> state, QObject* parent)
    : QObject(parent), m_window(window), m_state(std::move(state)) {
  QAccessible::setActive(true);
  m_poll.setInterval(kPollMs);
  connect(&m_poll, &QTimer::timeout, this, [this] {
    if (m_step()) {
      m_poll.stop();
      answer(true);
    } else if (m_since.elapsed() > kPatienceMs) {
      m_poll.stop();
      answer(false, m_what + QStringLiteral("; there is: ") + names().join(QStringLiteral(" | ")));
    }
  });
}

void Pilot::start() {
  auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
  connect(input, &QSocketNotifier::activated, this, [this, input] {
    readInput();
    if (m_ended) input->setEnabled(false);
  });
}

void Pilot::readInput() {
  char buffer[4096];
  const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
  if (got <= 0) {
    m_ended = true;
    if (!m_busy && m_queue.isEmpty()) QCoreApplication::quit();
    return;
  }
  m_partial.append(buffer, static_cast<qsizetype>(got));
  qsizetype end = 0;
  while ((end = m_partial.indexOf('\n')) >= 0) {
    m_queue.append(QString::fromUtf8(m_partial.left(end)));
    m_partial.remove(0, end + 1);
  }
  next();
}

void Pilot::next() {
  if (m_busy || m_queue.isEmpty()) return;
  m_busy = true;
  run(m_queue.takeFirst());
}

void Pilot::answer(bool ok, const QString& text) {
  std::printf("%s%s%s\n", ok ? "ok" : "fail", text.isEmpty() ? "" : " ", qPrintable(text));
  std::fflush(stdout);
  m_busy = false;
  if (m_ended && m_queue.isEmpty()) return QCoreApplication::quit();
  QTimer::singleShot(0, this, &Pilot::next);
}

void Pilot::poll(std::function<bool()> step, const QString& what) {
  m_step = std::move(step);
  m_what = what;
  m_since.start();
  m_poll.start();
}

void Pilot::run(const QString& line) {
  const QString verb = line.section(QLatin1Char(' '), 0, 0);
  const QString rest = line.section(QLatin1Char(' '), 1);
  const QString name = rest.section(QLatin1Char('\t'), 0, 0);
  const QString argument = rest.section(QLatin1Char('\t'), 1);
  if (verb == QLatin1String("tap")) {
    poll([this, name] { return press(name); }, QStringLiteral("no control is named ") + name);
  } else if (verb == QLatin1String("type")) {
    poll(
        [this, name, argument] {
          if (!focusOn(name)) return false;
          sendKey(Qt::Key_A, {}, Qt::ControlModifier);
          sendKey(Qt::Key_Delete, {});
          for (const QChar& c : argument) sendKey(0, QString(c));
          return true;
        },
        QStringLiteral("no field is named ") + name);
  } else if (verb == QLatin1String("key")) {
    const int key = QMetaEnum::fromType<Qt::Key>().keyToValue(qPrintable(QStringLiteral("Key_") + argument));
    poll([this, name, key] { return focusOn(name) && (sendKey(key, {}), true); },
         QStringLiteral("no control is named ") + name);
  } else if (verb == QLatin1String("press")) {
    sendKey(QMetaEnum::fromType<Qt::Key>().keyToValue(qPrintable(QStringLiteral("Key_") + rest)), {});
    answer(true);
  } else if (verb == QLatin1String("wait")) {
    poll([this, rest] { return find(rest) != nullptr; }, QStringLiteral("never saw ") + rest);
  } else if (verb == QLatin1String("gone")) {
    poll([this, rest] { return find(rest) == nullptr; }, QStringLiteral("still there: ") + rest);
  } else if (verb == QLatin1String("until")) {
    poll([this, rest] { return m_state() == rest; },
         QStringLiteral("never reached ") + rest + QStringLiteral(", is ") + m_state());
  } else if (verb == QLatin1String("shot")) {
    QTimer::singleShot(300, this, [this, rest] { answer(m_window->grabWindow().save(rest), rest); });
  } else if (verb == QLatin1String("names")) {
    answer(true, names().join(QStringLiteral(" | ")));
  } else if (verb == QLatin1String("quit")) {
    answer(true);
    QCoreApplication::quit();
  } else {
    answer(false, QStringLiteral("unknown command ") + verb);
  }
}

QQuickItem* Pilot::find(const QString& name) const {
  QQuickItem* found = nullptr;
  visit(m_window->contentItem(), [&](QQuickItem* item) {
    if (item->width() <= 0 || item->height() <= 0 || !matches(accessibleName(item), name)) return;
    if (!found || isOnlyText(found) || !isOnlyText(item)) found = item;
  });
  return found;
}

bool Pilot::press(const QString& name) {
  QQuickItem* item = find(name);
  if (!item || !item->isEnabled()) return false;
  scrollIntoView(item);
  const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
  const QPointF global = m_window->mapToGlobal(at);
  QMouseEvent down(QEvent::MouseButtonPress, at, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window, &down);
  QMouseEvent up(QEvent::MouseButtonRelease, at, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window, &up);
  return true;
}

bool Pilot::focusOn(const QString& name) {
  QQuickItem* item = find(name);
  if (!item || !item->isEnabled()) return false;
  scrollIntoView(item);
  item->forceActiveFocus(Qt::TabFocusReason);
  return m_window->activeFocusItem() != nullptr;
}

void Pilot::sendKey(int key, const QString& text, Qt::KeyboardModifiers modifiers) {
  QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
  QCoreApplication::sendEvent(m_window, &down);
  QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
  QCoreApplication::sendEvent(m_window, &up);
}

QStringList Pilot::names() const {
  QStringList all;
  visit(m_window->contentItem(), [&](QQuickItem* item) {
    const QString name = accessibleName(item);
    if (!name.isEmpty() && !all.contains(name)) all.append(name);
  });
  return all;
}

}  // namespace foyer::mobile
