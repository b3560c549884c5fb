// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foyer::server {

/// The first version of an epoch that begins now (law 11): above all that were ever issued. Counts
/// milliseconds, so that two servers that went back to the same state don't number alike; stays below 2^53
/// until the year 2200.
std::int64_t firstVersionOf(std::int64_t wallMs, std::int64_t highestKnown);

}  // namespace foyer::server
