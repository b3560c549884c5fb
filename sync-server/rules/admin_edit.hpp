// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sync/rules.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Applies an edit that an administrator queued in SQL (foyer_edit) as the server's own, in one transaction
/// with ticking it off: with a version and a stamp of its scope, so that it travels to every device (law 6),
/// merged with what came since it was queued (law 8). What breaks the declaration is refused, and the reason
/// written beside it.
void applyAdminEdit(SyncService& service, const Job& job, const Rules& rules);

}  // namespace foyer::server
