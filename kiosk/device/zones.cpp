// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/zones.hpp"

#include <QDateTime>
#include <QTimeZone>

namespace foyer::kiosk {

attendance::Zone zoneNamed(std::string_view name, std::int64_t nowMs) {
  const QTimeZone zone(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
  if (!zone.isValid()) return attendance::Zone();
  const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
  const QDateTime from = now.addYears(-5);
  std::vector<attendance::Zone::Change> changes;
  for (const QTimeZone::OffsetData& change : zone.transitions(from, now.addYears(10))) {
    changes.push_back({change.atUtc.toMSecsSinceEpoch(), change.offsetFromUtc});
  }
  return attendance::Zone(zone.offsetFromUtc(from), std::move(changes));
}

}  // namespace foyer::kiosk
