// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/db/field_seal.hpp"
#include "server/db/scope_store.hpp"

namespace foyer::server {

/// The ScopeStore on PostgreSQL. Uses libpq directly, for pipelining and binary values that libpqxx 6 lacks:
/// a push of a thousand mutations is two round trips and a handful of statements. Keeps one connection per
/// thread that uses it at the same time; one that broke is discarded.
class PgStore final : public ScopeStore {
 public:
  using Log = std::function<void(std::string_view event, int connection, std::string_view what, double ms)>;

  /// Sensitive fields are sealed with `seal`; without one they are stored as they are.
  explicit PgStore(std::string connection, Log log = {}, FieldSeal seal = {});
  ~PgStore() override;

  void withScope(const Uuid& scope, const Want& want, const std::function<void(ScopeTx&)>& fn) override;
  std::vector<ScopeMembership> scopesOf(const Uuid& account, const Uuid& device) override;
  std::vector<Uuid> scopesSeenBy(const Uuid& account) override;
  std::optional<ScopeRow> scope(const Uuid& scope) override;
  std::vector<ScopeChange> heads(std::span<const Uuid> scopes) override;
  std::optional<std::string> roleOf(const Uuid& scope, const Uuid& account) override;
  std::vector<Member> members(const Uuid& scope) override;
  std::unique_ptr<PageRows> readPage(const PageRequest& request) override;
  std::optional<ScopeRow> readMarks(const MarkRequest& request,
                                    const std::function<bool(const protocol::Mark&)>& each) override;
  std::optional<Snapshot> read(const Uuid& scope, std::span<const RecordKey> keys) override;
  std::optional<Snapshot> readAll(const Uuid& scope, const schema::Collection& collection) override;
  std::set<RecordKey> inCatalogue(std::span<const RecordKey> keys) override;
  std::optional<ScopeRow> exportScope(const Uuid& scope,
                                      const std::function<void(const model::Record&)>& each) override;
  std::vector<JournalEntry> history(const Uuid& scope, const RecordKey& record, std::int64_t before,
                                    std::int64_t limit) override;
  std::int64_t pruneJournal(std::int64_t beforeMs, std::int64_t limit) override;
  std::vector<Uuid> scopesWithTrash(std::int64_t beforeMs, const Uuid& after, std::int64_t limit) override;
  std::vector<RecordKey> ripeTrash(const Uuid& scope, std::int64_t beforeMs, std::int64_t untilVersion,
                                   std::int64_t limit) override;
  std::vector<RecordKey> childrenOf(const Uuid& scope, std::span<const RecordKey> parents,
                                    std::int64_t limit) override;
  void noteCursor(const Uuid& scope, const DeviceCursor& device) override;
  std::optional<std::int64_t> slowestCursor(const Uuid& scope, std::int64_t seenSinceMs) override;
  void noteSent(std::span<const DeviceSent> sent, std::int64_t nowMs) override;
  Backlog backlog(std::int64_t seenSinceMs, std::int64_t limit) override;
  ScopeChange eraseScope(const Uuid& scope) override;
  std::int64_t claimCode(const CodeClaim& claim, const std::function<void(std::int64_t)>& promise) override;
  std::optional<Job> claimJob(std::int64_t nowMs, std::int64_t retryMs) override;
  void finishJob(std::int64_t id) override;
  std::vector<std::optional<model::Digest>> chainAt(std::span<const ScopePoint> points) override;
  std::vector<EpochMark> epochs(const Uuid& scope) override;

 private:
  class Links;
  class Lease;
  std::unique_ptr<Links> m_links;
  FieldSeal m_seal;
};

}  // namespace foyer::server
