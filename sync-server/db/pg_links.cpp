// SPDX-License-Identifier: GPL-3.0-or-later
#include "pg_links.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace foyer::server {

std::unique_ptr<PqLink> PgStore::Links::take() {
  int id = 0;
  {
    const std::lock_guard lock(m_mutex);
    while (!m_idle.empty()) {
      auto link = std::move(m_idle.back());
      m_idle.pop_back();
      if (link->alive()) return link;
    }
    id = ++m_made;
  }
  return std::make_unique<PqLink>(m_connection, id);
}

void PgStore::Links::give(std::unique_ptr<PqLink> link) {
  const std::lock_guard lock(m_mutex);
  m_idle.push_back(std::move(link));
}

void PgStore::Links::clear() {
  const std::lock_guard lock(m_mutex);
  m_idle.clear();
}

PgStore::Lease::~Lease() {
  if (m_links.log()) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - m_start;
    m_links.log()("db", m_link->id(), m_what, took.count());
  }
  if (m_link->rollback()) m_links.give(std::move(m_link));
}

namespace {

/// "1:00… 2:00…", as writeLevelDigests makes it.
std::map<int, model::Digest> readLevelDigests(std::string_view text) {
  std::map<int, model::Digest> digests;
  while (!text.empty()) {
    int level = 0;
    const auto [colon, bad] = std::from_chars(text.data(), text.data() + text.size(), level);
    const auto at = static_cast<std::size_t>(colon - text.data()) + 1;
    const auto digest = at <= text.size() ? model::Digest::parse(text.substr(at, 32)) : std::nullopt;
    if (bad != std::errc{} || !digest) throw std::runtime_error("A scope's digests can't be read.");
    digests[level] = *digest;
    text.remove_prefix(std::min(text.size(), at + 33));
  }
  return digests;
}

}  // namespace

ScopeRow readScope(const PqResult& result, int row, int first) {
  ScopeRow scope;
  scope.scope = result.uuid(row, first);
  if (!result.null(row, first + 1)) scope.kind = static_cast<schema::Scope>(result.integer(row, first + 1));
  scope.epoch = result.integer(row, first + 2);
  scope.epochBase = result.integer(row, first + 3);
  scope.head = result.integer(row, first + 4);
  scope.clock = {static_cast<std::uint64_t>(result.integer(row, first + 5))};
  scope.digest = model::Digest::fromBytes(asBytes(result.cell(row, first + 6)).first<16>());
  scope.membersVersion = result.integer(row, first + 7);
  scope.epochFirst = result.integer(row, first + 9);
  scope.chain = model::Digest::fromBytes(asBytes(result.cell(row, first + 10)).first<16>());
  const std::string_view heads = result.cell(row, first + 8);
  const char* at = heads.data();
  const char* const end = at + heads.size();
  while (at < end) {
    std::uint16_t collection = 0;
    std::int64_t head = 0;
    at = std::from_chars(at, end, collection).ptr + 1;
    at = std::from_chars(at, end, head).ptr + 1;
    scope.heads[collection] = head;
  }
  scope.olderDigests = readLevelDigests(result.cell(row, first + 11));
  return scope;
}

std::string writeLevelDigests(const std::map<int, model::Digest>& digests) {
  std::string out;
  for (const auto& [level, digest] : digests) {
    out += (out.empty() ? "" : " ") + std::to_string(level) + ":" + digest.hex();
  }
  return out;
}

std::string writeHeads(const std::map<std::uint16_t, std::int64_t>& heads) {
  std::string out;
  for (const auto& [collection, head] : heads) {
    if (!out.empty()) out += ' ';
    out += std::to_string(collection) + ':' + std::to_string(head);
  }
  return out;
}

std::string idArray(std::span<const Uuid> ids) {
  constexpr Oid kUuid = 2950;
  PqArray array(kUuid);
  for (const Uuid& id : ids) array.uuid(id);
  return array.finish();
}

std::map<const schema::Collection*, std::vector<Uuid>> byCollection(std::span<const RecordKey> keys) {
  std::map<const schema::Collection*, std::vector<Uuid>> out;
  for (const RecordKey& key : keys) out[key.collection].push_back(key.id);
  for (auto& [collection, ids] : out) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }
  return out;
}

}  // namespace foyer::server
