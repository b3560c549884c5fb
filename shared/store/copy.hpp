// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.hpp"

namespace foyer::store {

/// A record that somebody edits here is deleted for good (law 8): what this device still shows of it, with
/// the edits on top, goes into needs attention as one held creation. Retrying it makes the record again from
/// this copy. To be called while the content is still there; does nothing when nobody edited it here.
void keepCopy(Database& d, const RecordKey& key);

/// The answer that an edit was refused because its record is gone: the copy takes its place. True when the
/// entry is no more.
bool replacedByCopy(Database& d, const OutboxEntry& refused);

}  // namespace foyer::store
