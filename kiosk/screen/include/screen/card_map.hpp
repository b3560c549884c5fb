// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

#include "checkin/checkin.hpp"

namespace foyer::kiosk {

/// A verdict as plain values for pages and logs, times already in the site's clock:
/// kind, group, direction, name, code, initials, role, note, at, since, sinceDay, limit, call, late (minutes
/// after the call, below 0 early), worked (minutes), forgotten (date), undoable, event.
QVariantMap cardMap(const Card& card, const attendance::Rules& rules);

/// "2026-06-14": the calendar day on site.
QString localDayText(std::int64_t utcMs, const attendance::Rules& rules);

/// "06:42" of minutes since midnight.
QString clockText(int minuteOfDay);

}  // namespace foyer::kiosk
