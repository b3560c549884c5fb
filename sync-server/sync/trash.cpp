// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/trash.hpp"

#include <algorithm>
#include <limits>

#include "closure.hpp"

namespace foyer::server {
namespace {

/// Scopes per query of a sweep.
constexpr std::int64_t kScopes = 200;

}  // namespace

Purged purgeTrash(SyncService& service, const Uuid& scope, const TrashPolicy& policy) {
  const std::int64_t now = service.clock().wallMs();
  const std::int64_t known = service.store()
                                 .slowestCursor(scope, now - policy.deviceMs)
                                 .value_or(std::numeric_limits<std::int64_t>::max());
  const std::vector<RecordKey> ripe =
      service.store().ripeTrash(scope, now - policy.keepMs, known, policy.batch);
  Purged purged;
  if (ripe.empty()) return purged;
  Want want;
  want.records = withChildren(service.store(), scope, ripe, policy.batch);
  service.write(scope, want, [&](ScopeWriter& writer) {
    purged.records = 0;
    const auto trashed = [&](const RecordKey& key) {
      const merge::ServerRecord* found = writer.tx().find(key);
      return found && found->row.state == model::State::trashed && found->row.version <= known;
    };
    // Under the lock: what came back meanwhile stays, and so does what hangs on it.
    const bool same = std::all_of(ripe.begin(), ripe.end(), trashed);
    for (const RecordKey& key : want.records) {
      const bool own = std::find(ripe.begin(), ripe.end(), key) != ripe.end();
      if (own ? !trashed(key) : !same) continue;
      purged.records += writer.purge(key) ? 1u : 0u;
    }
  });
  purged.more = purged.records > 0;
  return purged;
}

std::size_t purgeAllTrash(SyncService& service, const TrashPolicy& policy) {
  std::size_t records = 0;
  Uuid after;
  for (;;) {
    const auto scopes =
        service.store().scopesWithTrash(service.clock().wallMs() - policy.keepMs, after, kScopes);
    for (const Uuid& scope : scopes) {
      Purged purged;
      do {
        purged = purgeTrash(service, scope, policy);
        records += purged.records;
      } while (purged.more);
    }
    if (static_cast<std::int64_t>(scopes.size()) < kScopes) return records;
    after = scopes.back();
  }
}

}  // namespace foyer::server
