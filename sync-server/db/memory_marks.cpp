// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "memory_data.hpp"
#include "model/tree.hpp"

namespace foyer::server {

std::optional<ScopeRow> MemoryStore::readMarks(const MarkRequest& request,
                                               const std::function<bool(const protocol::Mark&)>& each) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(request.scope);
  if (it == m_scopes.end() || !it->second->row.kind) return std::nullopt;
  for (const auto& [key, entry] : it->second->records) {
    const model::Record& row = entry.first.row;
    const bool tombstone = row.state == model::State::tombstone;
    if (key.collection->since > request.level || (tombstone && !request.tombstones)) continue;
    const model::Place place = model::placeOf(key.id);
    const auto wanted = [&](const std::string& prefix) { return model::isUnder(place, prefix); };
    if (std::none_of(request.prefixes.begin(), request.prefixes.end(), wanted)) continue;
    protocol::Mark mark{key.collection, key.id, row.version, {}};
    if (!tombstone) {
      mark.hash =
          key.collection->newerThan(request.level) ? model::rowHash(row, request.level) : entry.second;
    }
    if (!each(mark)) break;
  }
  return it->second->row;
}

}  // namespace foyer::server
