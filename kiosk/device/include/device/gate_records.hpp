// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "attendance/gate.hpp"
#include "checkin/event_maker.hpp"
#include "checkin/operators.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace foyer::kiosk {

/// Rows of the gate scope as the gate thinks of them, and back. Rows come checked from the database; a value
/// that still makes no sense is left out.

attendance::RosterEntry rosterEntryOf(const model::Record& row);
std::optional<attendance::BadgeKey> badgeKeyOf(const model::Record& row);
Operator operatorOf(const model::Record& row);
std::optional<attendance::Event> eventOf(const model::Record& row);

/// The edit that creates the event's record.
store::Edit editOf(const SignedEvent& event, const Uuid& gateScope);

/// "09:00-18:00" as minutes of the day.
std::optional<std::pair<int, int>> hoursOf(std::string_view text);
/// "04:00" as minutes of the day.
std::optional<int> minuteOf(std::string_view text);

}  // namespace foyer::kiosk
