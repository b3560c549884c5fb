// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// How long deleted records keep their content (law 8). Times in milliseconds.
struct TrashPolicy {
  static constexpr std::int64_t kDay = 24LL * 3600 * 1000;
  std::int64_t keepMs = 30 * kDay;
  /// A device that was seen in this time must have passed a deletion before its content goes.
  std::int64_t deviceMs = 90 * kDay;
  /// Records per transaction: the scope's lock is held for some milliseconds.
  std::int64_t batch = 200;
};

struct Purged {
  std::size_t records = 0;
  bool more = false;  ///< there was a full batch: ask again
};

/// One batch of one scope: what was deleted long enough ago, and every device knows of, becomes a tombstone
/// without content, with the records it hid. What came back meanwhile stays. May be cut off anywhere and
/// called again; several processes may do it at once.
Purged purgeTrash(SyncService& service, const Uuid& scope, const TrashPolicy& policy = {});
/// Every scope, batch by batch, until nothing is ripe. Returns how many records were purged.
std::size_t purgeAllTrash(SyncService& service, const TrashPolicy& policy = {});

}  // namespace foyer::server
