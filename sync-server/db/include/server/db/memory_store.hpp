// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "server/db/scope_store.hpp"

namespace foyer::server {

/// A ScopeStore without a database: what the convergence tests and the in-process server double run on.
/// Deterministic; one lock for everything.
class MemoryStore final : public ScopeStore {
 public:
  MemoryStore();
  ~MemoryStore() override;

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

  /// Everything as it is now, for putBack: a machine's snapshot.
  struct Image;
  std::shared_ptr<const Image> image();
  void putBack(const Image& then);

  struct ScopeData;

 private:
  class Tx;
  std::mutex m_mutex;
  std::map<Uuid, std::unique_ptr<ScopeData>> m_scopes;
  std::map<std::int64_t, Job> m_jobs;
  std::int64_t m_lastJob = 0;
  /// By kind and country: number → whose it is.
  std::map<std::pair<std::string, std::string>, std::map<std::int64_t, Uuid>> m_codes;
};

}  // namespace foyer::server
