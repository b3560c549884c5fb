// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Takes a person out of one shared scope and purges every record that is by or about them, with its conflict
/// cards, its history and its projection at the gate. What the others share stays. The last owner's place
/// goes to an admin, else to the member of lowest id. In batches; may be cut off anywhere and called again.
/// Returns how many records were purged.
std::size_t erasePerson(SyncService& service, const Uuid& scope, const Uuid& account,
                        const std::string& email);

/// Purges one record, live or trashed, and remembers it, so that nothing makes it again. False when there is
/// no such record (it is remembered all the same).
bool eraseRecord(SyncService& service, const Uuid& scope, const RecordKey& key);

}  // namespace foyer::server
