// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "server/db/scope_tx.hpp"

namespace foyer::server {

/// Kind of the job that brings a project's gate up to date with these records of the project: its head, which
/// stands for members too, and assignments. Queued through ScopeTx::queueFor, run by the rules room.
inline constexpr const char* kGateJob = "gate";

/// Writes of one transaction, all with one version: the scope's head + 1, taken when the first change comes.
/// All server-made writes (members, conflicts, projections, outcomes of commands) go through it. Not
/// thread-safe; lives inside ScopeStore::withScope.
class ScopeWriter {
 public:
  ScopeWriter(ScopeTx& tx, std::int64_t wallMs);

  ScopeTx& tx() { return m_tx; }
  std::int64_t wallMs() const { return m_wallMs; }
  /// The version of this transaction's changes; does not yet raise the head.
  std::int64_t version() const { return m_version; }
  /// Raises the head to version(): something changed.
  void touch();
  bool touched() const { return m_touched; }

  /// Values that lost in this transaction to one that did not know them; counted once it is committed.
  void noteLost(std::size_t values) { m_lost += static_cast<std::int64_t>(values); }
  std::int64_t lost() const { return m_lost; }

  /// Time of the scope: never goes back, not below the wall clock.
  Hlc now();

  /// Gives birth to the scope.
  void create(schema::Scope kind);
  /// Writes a record as the server wants it: every field that `wanted` has differently is set with the
  /// server's stamp and no edit mark (law 8: jobs don't count as edits). A trashed record comes back. True
  /// when something changed.
  bool put(const model::Record& wanted);
  /// As put, but only the named fields; creates the record when it is missing.
  bool set(const RecordKey& key, std::string_view field, model::Value value);
  /// Trashes a record. True when it was live.
  bool trash(const RecordKey& key);
  /// Takes a record's content for good, from its conflict cards and from the journal too; a tombstone without
  /// content stays, so that every device hears of it. True when there was content.
  bool purge(const RecordKey& key);
  /// Purges, and takes with it what a purge leaves for a while or for good: the record's files, and what
  /// administrators queued for it. True when there was content.
  bool erase(const RecordKey& key);
  /// Membership and, in a scope that shows its members, the record in `members`. An empty name leaves the one
  /// that is there.
  void setMember(const Uuid& account, const std::string& role, const std::string& displayName = {});
  void removeMember(const Uuid& account);

 private:
  ScopeTx& m_tx;
  std::int64_t m_wallMs;
  std::int64_t m_version;
  bool m_touched = false;
  std::int64_t m_lost = 0;
};

}  // namespace foyer::server
