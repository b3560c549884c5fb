// SPDX-License-Identifier: GPL-3.0-or-later
// Law 10 on the device: what is compared with the server, and what is done with the rows that differ.
#include <algorithm>

#include "database.hpp"
#include "erased.hpp"
#include "kept_hashes.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

model::TreeSums Store::treeSums(const Uuid& scopeId) {
  Database& d = *m_db;
  model::TreeSums sums;
  eachKeptHash(d.db, scopeId,
               [&](const schema::Collection&, const Uuid& id, std::int64_t, const model::Digest& hash) {
                 if (hash != model::Digest{}) sums.add(id, hash);
               });
  const ScopeTable::Entry* known = d.scopes.find(scopeId);
  const model::Digest total = sums.at({}).sum;
  if (known && known->digest != total) {
    d.transact([&] {
      ScopeTable::Entry scope = *known;
      scope.digest = total;
      d.scopes.put(scope);
    });
  }
  return sums;
}

std::vector<protocol::Mark> Store::marks(const Uuid& scope, const std::vector<std::string>& prefixes) {
  std::vector<protocol::Mark> all;
  eachKeptHash(m_db->db, scope,
               [&](const schema::Collection& collection, const Uuid& id, std::int64_t version,
                   const model::Digest& hash) {
                 const model::Place place = model::placeOf(id);
                 const auto wanted = [&](const std::string& prefix) { return model::isUnder(place, prefix); };
                 if (std::none_of(prefixes.begin(), prefixes.end(), wanted)) return;
                 all.push_back({&collection, id, version, {}});
                 if (hash != model::Digest{}) all.back().hash = hash;
               });
  for (protocol::Mark& mark : all) {
    // With something pending on top the row in the table has the version of the shown row.
    const RecordKey key{scope, mark.collection->id, mark.id};
    if (!m_db->outbox.hasPending(key)) continue;
    if (const auto truth = m_db->truthOf(key)) mark.version = truth->version;
  }
  return all;
}

void Store::repairRows(const protocol::PageHeader& header, const std::vector<model::Record>& rows) {
  Database& d = *m_db;
  d.transact([&] {
    const ScopeTable::Entry* known = d.scopes.find(header.scope);
    if (!known || known->epoch != header.epoch) return;
    ScopeTable::Entry scope = *known;
    for (const model::Record& row : rows) {
      const auto here = d.truthOf({row.scope, row.collection->id, row.id});
      if (!here || here->version <= header.head) d.takeTruth(row, model::rowHash(row), scope.digest, true);
    }
    forgetErased(d);
    d.scopes.put(scope);
  });
}

void Store::setRowsAside(const Uuid& scopeId, const std::vector<protocol::RowName>& rows) {
  Database& d = *m_db;
  d.transact([&] {
    const ScopeTable::Entry* known = d.scopes.find(scopeId);
    if (!known) return;
    ScopeTable::Entry scope = *known;
    for (const protocol::RowName& name : rows) {
      const RecordKey key{scopeId, name.collection->id, name.id};
      const auto truth = d.truthOf(key);
      if (!truth) continue;
      d.dropTruth(key, scope.digest);
      d.keepAside(*truth);
    }
    d.scopes.put(scope);
  });
}

}  // namespace foyer::store
