// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/foyer_rules.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Applies an edit that an administrator queued in SQL (foyer_edit) as the server's own: with a version and a
/// stamp of its scope, so that it travels to every device (law 6). What breaks the declaration is refused,
/// and the reason written beside it.
void applyAdminEdit(SyncService& service, const Job& job, const AdminEdits& edits);

}  // namespace foyer::server
