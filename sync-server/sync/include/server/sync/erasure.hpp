// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Takes a person out of one shared scope and purges every record that is by or about them, with what it
/// hides, its conflict cards, its history, its files and its projection at the gate. What the others share
/// stays, also what they lost to the person: then the person's side of the card is blank. The last owner's
/// place goes to an admin, else to the member of lowest id. In batches; may be cut off anywhere and called
/// again. Returns how many records were changed.
std::size_t erasePerson(SyncService& service, const Uuid& scope, const Uuid& account,
                        const std::string& email);

/// Purges one record, live or trashed, in the same way, with all that it hides, and remembers them, so that
/// nothing makes them again. False when there is no such record (it is remembered all the same).
bool eraseRecord(SyncService& service, const Uuid& scope, const RecordKey& key);

}  // namespace foyer::server
