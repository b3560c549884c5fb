// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/code_numbers.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Kind of the job that gives talent profiles their codes and says how complete they are.
inline constexpr const char* kTalentJob = "talent";

/// Gives the profiles among the job's records that have a country of origin, a gender and a city, and no code
/// yet, their codes, and each profile its score. A code that is there never changes.
void completeTalents(SyncService& service, const Job& job, CodeNumbers& numbers);

}  // namespace foyer::server
