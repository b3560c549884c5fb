// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "checkin/checkin.hpp"
#include "scanner/scanner.hpp"

namespace foyer::kiosk {

/// JSON lines for whoever runs the kiosk from a script. Each has a `type`: ready, enrolled, refused, verdict,
/// nothing, trouble, end.
class Report {
 public:
  explicit Report(bool on) : m_on(on) {}
  void say(const QString& type, QJsonObject fields = {}) const;
  /// One scan: what was decided, whether it is on disk, and how long that took.
  void verdict(const Card& card, const SignedEvent& event, const Result<void>& kept,
               const attendance::Rules& rules, const std::optional<Scan>& scan) const;

 private:
  bool m_on;
};

}  // namespace foyer::kiosk
