// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "store/store.hpp"
#include "sync/corrected_clock.hpp"

/// The corrected clock over the end of a run (law 4). `boot` names the boot that the steady clock counts
/// from; empty: nobody knows.
namespace foyer::sync {

/// Before anything is written in this run. In the same boot a clock that a server confirmed goes on, whatever
/// the device's clock was set to meanwhile. Else it starts from the device's clock and what was known of it,
/// never before the time that was last confirmed, and what was queued while it was confirmed is not moved any
/// more.
void resumeClock(CorrectedClock& clock, store::Store& store, std::string_view boot);

/// What a later run has to know, as settings; `deltaMs` is about to be added to the clock.
store::Settings clockSettings(const CorrectedClock& clock, std::string_view boot, bool compared,
                              std::int64_t deltaMs = 0);

}  // namespace foyer::sync
