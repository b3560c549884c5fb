// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/wedge.hpp"

#include <QKeyEvent>
#include <QWindow>

namespace foyer::kiosk {

std::optional<QString> WedgeReader::key(const QString& text, std::int64_t steadyMs) {
  const bool slow = steadyMs - m_last > kSlowestGapMs;
  m_last = steadyMs;
  if (slow) m_buffer.clear();
  if (text == QLatin1String("\r") || text == QLatin1String("\n")) {
    const QString code = m_buffer;
    m_buffer.clear();
    if (code.size() >= kShortestCode && code.size() <= kLongestCode) return code;
    return std::nullopt;
  }
  if (m_buffer.size() <= kLongestCode) m_buffer += text;
  return std::nullopt;
}

bool WedgeFilter::eventFilter(QObject* watched, QEvent* event) {
  // Windows only: each key passes there once, before it goes to an item.
  if (event->type() == QEvent::KeyPress && qobject_cast<QWindow*>(watched) != nullptr) {
    const auto* press = static_cast<QKeyEvent*>(event);
    if (!press->text().isEmpty() && press->timestamp() != 0) {
      if (const auto text = m_reader.key(press->text(), static_cast<std::int64_t>(press->timestamp()))) {
        emit code(*text);
        return true;  // its Enter presses no button
      }
    }
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace foyer::kiosk
