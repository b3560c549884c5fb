// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "memory_data.hpp"

namespace foyer::server {
namespace {

class MemoryPage final : public PageRows {
 public:
  void write(protocol::PageWriter& out) const override {
    const schema::Collection* current = nullptr;
    for (const model::Record& row : taken) {
      if (row.collection != current) out.beginBatch(*(current = row.collection));
      out.row(row);
    }
  }
  std::vector<model::Record> records() const override { return taken; }

  std::vector<model::Record> taken;
};

std::size_t roughSize(const model::Record& row) {
  std::string bytes;
  model::canonicalBytes(row, bytes);
  return bytes.size();
}

using Data = MemoryStore::ScopeData;

/// Everybody reads a catalogue.
std::optional<std::string> roleIn(const Data& data, const Uuid& account) {
  const auto member = data.members.find(account);
  if (member != data.members.end()) return member->second;
  return data.row.kind == schema::Scope::catalog ? std::optional<std::string>("reader") : std::nullopt;
}

/// Whether the row has something that this schema level lacks.
bool lacksSome(const model::Record& row, int level) {
  if (row.collection->since > level) return true;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    if (row.collection->fields[i].since > level && !model::isNull(row.fields[i])) return true;
  }
  return false;
}

std::vector<const model::Record*> rowsOf(const Data& data, const PageWalk::Step& step) {
  std::vector<const model::Record*> rows;
  const auto after = std::tie(step.version, step.id);
  for (auto it = data.records.lower_bound({step.collection, Uuid{}}); it != data.records.end(); ++it) {
    if (it->first.collection != step.collection) break;
    const model::Record& row = it->second.first.row;
    if (std::tie(row.version, row.id) <= after || row.version > step.until) continue;
    if (row.state == model::State::tombstone && !step.tombstones) continue;
    if (step.fill > 0 && !lacksSome(row, step.fill)) continue;
    rows.push_back(&row);
  }
  std::sort(rows.begin(), rows.end(), [](const model::Record* a, const model::Record* b) {
    return std::tie(a->version, a->id) < std::tie(b->version, b->id);
  });
  return rows;
}

void take(MemoryPage& page, PageWalk& walk, const PageWalk::Step& step, const Data& data) {
  const std::vector<const model::Record*> rows = rowsOf(data, step);
  std::int64_t count = 0;
  std::size_t bytes = 0;
  for (const model::Record* row : rows) {
    if (count == step.limit || (count > 0 && bytes >= walk.bytesLeft())) break;
    page.taken.push_back(*row);
    bytes += roughSize(*row);
    ++count;
  }
  const bool all = count == static_cast<std::int64_t>(rows.size());
  const std::int64_t version = count > 0 ? page.taken.back().version : step.version;
  const Uuid id = count > 0 ? page.taken.back().id : step.id;
  walk.took(count, bytes, version, id, all);
}

}  // namespace

std::unique_ptr<PageRows> MemoryStore::readPage(const PageRequest& request) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(request.scope);
  if (it == m_scopes.end() || !it->second->row.kind) return nullptr;
  const Data& data = *it->second;
  auto page = std::make_unique<MemoryPage>();
  PageWalk walk(data.row, request);
  while (const std::optional<PageWalk::Step> step = walk.step()) take(*page, walk, *step, data);
  walk.finish(*page);
  if (request.reader) page->role = roleIn(data, *request.reader);
  return page;
}

std::vector<ScopeMembership> MemoryStore::scopesOf(const Uuid& account, const Uuid& device) {
  const std::lock_guard lock(m_mutex);
  std::vector<ScopeMembership> all;
  for (const auto& [id, data] : m_scopes) {
    const std::optional<std::string> role = roleIn(*data, account);
    if (!role || !data->row.kind) continue;
    const auto row = data->devices.find(device);
    all.push_back(
        {data->row, *role, row == data->devices.end() ? 0 : row->second.lastSeq, data->recordCount});
  }
  return all;
}

std::vector<Uuid> MemoryStore::scopesSeenBy(const Uuid& account) {
  const std::lock_guard lock(m_mutex);
  const auto hers = [&account](const auto& entry) { return entry.second.account == account; };
  std::vector<Uuid> all;
  for (const auto& [id, data] : m_scopes) {
    if (!data->row.kind) continue;
    if (std::ranges::any_of(data->devices, hers) || std::ranges::any_of(data->cursors, hers))
      all.push_back(id);
  }
  return all;
}

std::optional<ScopeRow> MemoryStore::scope(const Uuid& scope) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(scope);
  return it == m_scopes.end() || !it->second->row.kind ? std::nullopt : std::optional(it->second->row);
}

std::vector<ScopeChange> MemoryStore::heads(std::span<const Uuid> scopes) {
  const std::lock_guard lock(m_mutex);
  std::vector<ScopeChange> all;
  for (const Uuid& scope : scopes) {
    const auto it = m_scopes.find(scope);
    if (it == m_scopes.end()) continue;
    const ScopeRow& row = it->second->row;
    all.push_back({scope, row.head, row.membersVersion == row.head, false, {}});
  }
  return all;
}

std::optional<std::string> MemoryStore::roleOf(const Uuid& scope, const Uuid& account) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(scope);
  return it == m_scopes.end() ? std::nullopt : roleIn(*it->second, account);
}

std::vector<Member> MemoryStore::members(const Uuid& scope) {
  const std::lock_guard lock(m_mutex);
  std::vector<Member> all;
  if (const auto it = m_scopes.find(scope); it != m_scopes.end()) {
    for (const auto& [account, role] : it->second->members) all.push_back({account, role});
  }
  return all;
}

std::optional<Snapshot> MemoryStore::read(const Uuid& scope, std::span<const RecordKey> keys) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(scope);
  if (it == m_scopes.end() || !it->second->row.kind) return std::nullopt;
  Snapshot snapshot{it->second->row, {}};
  for (const RecordKey& key : keys) {
    const auto found = it->second->records.find(key);
    if (found != it->second->records.end()) snapshot.records.push_back(found->second.first.row);
  }
  return snapshot;
}

std::optional<Snapshot> MemoryStore::readAll(const Uuid& scope, const schema::Collection& collection) {
  std::optional<Snapshot> snapshot{Snapshot{}};
  const auto row = exportScope(scope, [&](const model::Record& record) {
    if (record.collection == &collection && record.state == model::State::live) {
      snapshot->records.push_back(record);
    }
  });
  if (!row) return std::nullopt;
  snapshot->scope = *row;
  return snapshot;
}

std::set<RecordKey> MemoryStore::inCatalogue(std::span<const RecordKey> keys) {
  const std::lock_guard lock(m_mutex);
  std::set<RecordKey> found;
  for (const auto& [id, data] : m_scopes) {
    if (data->row.kind != schema::Scope::catalog) continue;
    for (const RecordKey& key : keys) {
      const auto it = data->records.find(key);
      if (it != data->records.end() && it->second.first.row.state == model::State::live) found.insert(key);
    }
  }
  return found;
}

std::vector<std::optional<model::Digest>> MemoryStore::chainAt(std::span<const ScopePoint> points) {
  const std::lock_guard lock(m_mutex);
  std::vector<std::optional<model::Digest>> found;
  for (const ScopePoint& point : points) {
    found.emplace_back();
    const auto scope = m_scopes.find(point.scope);
    if (scope == m_scopes.end()) continue;
    const auto it = scope->second->chain.find(point.version);
    if (it != scope->second->chain.end()) found.back() = it->second;
  }
  return found;
}

std::vector<EpochMark> MemoryStore::epochs(const Uuid& scope) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(scope);
  return it == m_scopes.end() ? std::vector<EpochMark>() : it->second->epochs;
}

std::optional<ScopeRow> MemoryStore::exportScope(const Uuid& scope,
                                                 const std::function<void(const model::Record&)>& each) {
  const std::lock_guard lock(m_mutex);
  const auto it = m_scopes.find(scope);
  if (it == m_scopes.end() || !it->second->row.kind) return std::nullopt;
  for (const auto& [key, entry] : it->second->records) {
    if (entry.first.row.state != model::State::tombstone) each(entry.first.row);
  }
  return it->second->row;
}

}  // namespace foyer::server
