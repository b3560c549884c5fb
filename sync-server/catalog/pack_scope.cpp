// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack_scope.hpp"

#include <set>

namespace foyer::server {
namespace {

/// Live rows of the pack's scope that the pack doesn't have.
std::vector<RecordKey> gone(ScopeStore& store, const Uuid& scope, const std::set<RecordKey>& kept) {
  std::vector<RecordKey> keys;
  store.exportScope(scope, [&](const model::Record& record) {
    const RecordKey key{record.collection, record.id};
    if (record.state == model::State::live && !kept.contains(key)) keys.push_back(key);
  });
  return keys;
}

}  // namespace

CatalogLoaded bringUpToDate(SyncService& service, const Uuid& scope,
                            const std::vector<model::Record>& records, std::size_t entries) {
  Want want;
  for (const model::Record& record : records) want.records.push_back({record.collection, record.id});
  const std::set<RecordKey> kept(want.records.begin(), want.records.end());
  const std::vector<RecordKey> removed = gone(service.store(), scope, kept);
  want.records.insert(want.records.end(), removed.begin(), removed.end());

  CatalogLoaded loaded;
  service.write(scope, want, [&](ScopeWriter& writer) {
    loaded = {.entries = entries, .changed = 0, .removed = 0};
    if (!writer.tx().born()) writer.create(schema::Scope::catalog);
    for (const model::Record& record : records) loaded.changed += writer.put(record) ? 1u : 0u;
    for (const RecordKey& key : removed) loaded.removed += writer.trash(key) ? 1u : 0u;
  });
  return loaded;
}

}  // namespace foyer::server
