// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack_scope.hpp"

#include <map>

namespace foyer::server {
namespace {

/// How the scope differs from the pack.
struct Difference {
  std::vector<RecordKey> gone;  ///< live rows that the pack doesn't have
  std::size_t same = 0;         ///< rows that are as they should be
};

Difference compare(ScopeStore& store, const Uuid& scope,
                   const std::map<RecordKey, const model::Record*>& wanted) {
  Difference found;
  store.exportScope(scope, [&](const model::Record& record) {
    if (record.state != model::State::live) return;
    const RecordKey key{record.collection, record.id};
    const auto it = wanted.find(key);
    if (it == wanted.end()) {
      found.gone.push_back(key);
    } else {
      found.same += it->second->fields == record.fields ? 1u : 0u;
    }
  });
  return found;
}

}  // namespace

CatalogLoaded bringUpToDate(SyncService& service, const Uuid& scope,
                            const std::vector<model::Record>& records, std::size_t entries) {
  Want want;
  std::map<RecordKey, const model::Record*> wanted;
  for (const model::Record& record : records) {
    want.records.push_back({record.collection, record.id});
    wanted.emplace(want.records.back(), &record);
  }
  const Difference difference = compare(service.store(), scope, wanted);
  const std::vector<RecordKey>& removed = difference.gone;
  CatalogLoaded loaded{.entries = entries, .changed = 0, .removed = 0};
  if (!records.empty() && removed.empty() && difference.same == wanted.size()) return loaded;
  want.records.insert(want.records.end(), removed.begin(), removed.end());

  service.write(scope, want, [&](ScopeWriter& writer) {
    loaded = {.entries = entries, .changed = 0, .removed = 0};
    if (!writer.tx().born()) writer.create(schema::Scope::catalog);
    for (const model::Record& record : records) loaded.changed += writer.put(record) ? 1u : 0u;
    for (const RecordKey& key : removed) loaded.removed += writer.trash(key) ? 1u : 0u;
  });
  return loaded;
}

}  // namespace foyer::server
