// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

#include "pq_link.hpp"
#include "server/db/pg_store.hpp"

namespace foyer::server {

/// Idle connections of a PgStore. Thread-safe.
class PgStore::Links {
 public:
  Links(std::string connection, Log log) : m_connection(std::move(connection)), m_log(std::move(log)) {}
  std::unique_ptr<PqLink> take();
  void give(std::unique_ptr<PqLink> link);
  /// Drops all idle ones: the database went away.
  void clear();
  const Log& log() const { return m_log; }

 private:
  std::string m_connection;
  Log m_log;
  std::mutex m_mutex;
  std::vector<std::unique_ptr<PqLink>> m_idle;
  int m_made = 0;
};

/// A connection for the time of one piece of work. Goes back when the work ended well or could be rolled
/// back.
class PgStore::Lease {
 public:
  Lease(Links& links, std::string_view what)
      : m_links(links), m_link(links.take()), m_what(what), m_start(std::chrono::steady_clock::now()) {}
  ~Lease();
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  PqLink& operator*() { return *m_link; }
  PqLink* operator->() { return m_link.get(); }

 private:
  Links& m_links;
  std::unique_ptr<PqLink> m_link;
  std::string_view m_what;
  std::chrono::steady_clock::time_point m_start;
};

/// Columns from `first`; readScope reads them all.
inline constexpr int kScopeColumnCount = 12;
inline constexpr const char* kScopeColumns =
    "s.scope_id, s.kind, s.epoch, s.epoch_base, s.head, s.clock, s.digest, s.members_version, s.heads, "
    "s.epoch_first, s.chain, s.level_digests";
ScopeRow readScope(const PqResult& result, int row, int first = 0);
std::string writeLevelDigests(const std::map<int, model::Digest>& digests);
std::string writeHeads(const std::map<std::uint16_t, std::int64_t>& heads);

/// An array of ids for ANY().
std::string idArray(std::span<const Uuid> ids);
/// Keys by collection, doubles removed.
std::map<const schema::Collection*, std::vector<Uuid>> byCollection(std::span<const RecordKey> keys);

/// Statement for $1 scope, $2 account; everybody reads a catalogue.
inline constexpr const char* kRoleSql =
    "SELECT role FROM memberships WHERE scope_id = $1::uuid AND account_id = $2::uuid UNION ALL "
    "SELECT 'reader' FROM scopes WHERE scope_id = $1::uuid AND kind = 32 LIMIT 1";

}  // namespace foyer::server
