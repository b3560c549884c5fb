// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>

namespace foyer::kiosk {

/// Tells a scanner that pretends to be a keyboard from a person who types: its keys come within milliseconds
/// of each other and end with Enter. Pure, given the times.
class WedgeReader {
 public:
  static constexpr std::int64_t kSlowestGapMs = 60;
  static constexpr int kShortestCode = 6;
  static constexpr int kLongestCode = 512;

  /// One key with its text; Enter is "\r". Returns the code that this key completes.
  std::optional<QString> key(const QString& text, std::int64_t steadyMs);

 private:
  QString m_buffer;
  std::int64_t m_last = 0;
};

/// Watches the keys of the whole program. Install it on the application object.
class WedgeFilter : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void code(const QString& text);

 private:
  WedgeReader m_reader;
};

}  // namespace foyer::kiosk
