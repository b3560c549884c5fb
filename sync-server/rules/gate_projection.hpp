// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Brings a project's gate scope up to date: makes it if need be, copies name and times of the project, who
/// may enter from the assignments named in the job, and its members (coordinators, staff, presence). Kiosks
/// are added by enrolment and left alone. Idempotent: an older state of a source never overwrites a newer
/// one.
void projectGate(SyncService& service, const Job& job);

}  // namespace foyer::server
