// SPDX-License-Identifier: GPL-3.0-or-later
#include "scope_table.hpp"

namespace foyer::store {

void ScopeTable::reload() {
  m_entries.clear();
  Statement s(*m_db,
              "SELECT scope, kind, role, epoch, cursor, since, target, next_collection, next_version, "
              "next_id, verified, "
              "digest, last_seq, confirmed, restarting, level, fill, verified_version, head, taken, expected "
              "FROM local_scopes");
  while (s.step()) {
    Entry e;
    e.scope = s.uuid(0);
    e.kind = static_cast<schema::Scope>(s.integer(1));
    e.role = s.text(2);
    e.epoch = s.integer(3);
    e.cursor = s.integer(4);
    e.resume = {s.integer(5), s.integer(6), static_cast<std::uint16_t>(s.integer(7)),
                s.integer(8), s.uuid(9),    0};
    e.verifiedMs = s.integer(10);
    const auto digest = s.bytes(11);
    if (digest.size() == 16) e.digest = model::Digest::fromBytes(digest.first<16>());
    e.lastSeq = static_cast<std::uint64_t>(s.integer(12));
    e.confirmed = s.integer(13) != 0;
    e.restarting = static_cast<int>(s.integer(14));
    e.level = static_cast<int>(s.integer(15));
    e.resume.fill = static_cast<int>(s.integer(16));
    e.verifiedVersion = s.integer(17);
    e.head = s.integer(18);
    e.rowsTaken = s.integer(19);
    e.rowsExpected = s.integer(20);
    m_entries[e.scope] = e;
  }
}

const ScopeTable::Entry* ScopeTable::find(const Uuid& scope) const {
  const auto it = m_entries.find(scope);
  return it == m_entries.end() ? nullptr : &it->second;
}

void ScopeTable::put(const Entry& e) {
  Statement s(*m_db,
              "INSERT OR REPLACE INTO local_scopes (scope, kind, role, epoch, cursor, since, target, "
              "next_collection, "
              "next_version, next_id, verified, digest, last_seq, confirmed, restarting, level, fill, "
              "verified_version, head, taken, expected) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const auto digest = e.digest.bytes();
  s.with(e.scope, static_cast<std::int64_t>(e.kind), std::string_view(e.role), e.epoch, e.cursor,
         e.resume.since, e.resume.target, e.resume.collection, e.resume.version, e.resume.id, e.verifiedMs,
         std::span<const std::uint8_t>(digest), static_cast<std::int64_t>(e.lastSeq),
         std::int64_t{e.confirmed}, std::int64_t{e.restarting}, std::int64_t{e.level},
         std::int64_t{e.resume.fill}, e.verifiedVersion, e.head, e.rowsTaken, e.rowsExpected);
  s.run();
  m_entries[e.scope] = e;
}

void ScopeTable::followLevel(int level) {
  for (auto& [id, known] : std::map(m_entries)) {
    // A pass that the older program began would go on without what was added meanwhile.
    if (known.level >= level || (known.resume.fill > 0 && known.resume.fill == known.level)) continue;
    Entry entry = known;
    entry.resume = {};
    if (entry.cursor == 0) entry.level = level;
    put(entry);
  }
}

void ScopeTable::erase(const Uuid& scope) {
  Statement s(*m_db, "DELETE FROM local_scopes WHERE scope = ?");
  s.with(scope).run();
  m_entries.erase(scope);
}

}  // namespace foyer::store
