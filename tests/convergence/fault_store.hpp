// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stdexcept>

#include "server/db/scope_store.hpp"

namespace foyer::test {

/// The process was killed: whoever catches it must not go on.
struct ProcessDied {};

/// A ScopeStore between a server process and its database. At the call that a test chooses the database
/// refuses, or the process dies: before the call, inside the transaction (which then never happened), or
/// after it (which then happened, and nobody is told).
class FaultStore final : public server::ScopeStore {
 public:
  enum class What { refuse, die };
  enum class Where { before, inside, after };

  explicit FaultStore(server::ScopeStore& below) : m_below(below) {}
  /// At the n-th call from now, 1 being the next.
  void arm(What what, Where where, std::int64_t calls) { m_what = what, m_where = where, m_in = calls; }
  bool died() const { return m_died; }

  void withScope(const Uuid& scope, const server::Want& want,
                 const std::function<void(server::ScopeTx&)>& fn) override;
  std::vector<server::ScopeMembership> scopesOf(const Uuid& account, const Uuid& device) override;
  std::vector<Uuid> scopesSeenBy(const Uuid& account) override;
  std::optional<server::ScopeRow> scope(const Uuid& scope) override;
  std::vector<server::ScopeChange> heads(std::span<const Uuid> scopes) override;
  std::optional<std::string> roleOf(const Uuid& scope, const Uuid& account) override;
  std::vector<server::Member> members(const Uuid& scope) override;
  std::unique_ptr<server::PageRows> readPage(const server::PageRequest& request) override;
  std::optional<server::ScopeRow> readMarks(const MarkRequest& request,
                                            const std::function<bool(const protocol::Mark&)>& each) override;
  std::optional<server::Snapshot> read(const Uuid& scope, std::span<const server::RecordKey> keys) override;
  std::optional<server::Snapshot> readAll(const Uuid& scope, const schema::Collection& collection) override;
  std::set<server::RecordKey> inCatalogue(std::span<const server::RecordKey> keys) override;
  std::optional<server::ScopeRow> exportScope(const Uuid& scope,
                                              const std::function<void(const model::Record&)>& each) override;
  std::vector<Uuid> scopesWithTrash(std::int64_t beforeMs, const Uuid& after, std::int64_t limit) override;
  std::vector<server::RecordKey> ripeTrash(const Uuid& scope, std::int64_t beforeMs,
                                           std::int64_t untilVersion, std::int64_t limit) override;
  std::vector<server::RecordKey> childrenOf(const Uuid& scope, std::span<const server::RecordKey> parents,
                                            std::int64_t limit) override;
  void noteCursor(const Uuid& scope, const server::DeviceCursor& device) override;
  void noteSent(std::span<const server::DeviceSent> sent, std::int64_t nowMs) override;
  server::Backlog backlog(std::int64_t seenSinceMs, std::int64_t limit) override;
  std::optional<std::int64_t> slowestCursor(const Uuid& scope, std::int64_t seenSinceMs) override;
  server::ScopeChange eraseScope(const Uuid& scope) override;
  std::int64_t claimCode(const server::CodeClaim& claim,
                         const std::function<void(std::int64_t)>& promise) override;
  std::optional<server::Job> claimJob(std::int64_t nowMs, std::int64_t retryMs) override;
  void finishJob(std::int64_t id) override;
  std::vector<server::JournalEntry> history(const Uuid& scope, const server::RecordKey& record,
                                            std::int64_t before, std::int64_t limit) override;
  std::int64_t pruneJournal(std::int64_t beforeMs, std::int64_t limit) override;
  std::vector<std::optional<model::Digest>> chainAt(std::span<const server::ScopePoint> points) override;
  std::vector<server::EpochMark> epochs(const Uuid& scope) override;

 private:
  bool due();  ///< the chosen call is this one
  void strike();
  template <class Call>
  auto around(Call call);

  server::ScopeStore& m_below;
  What m_what = What::refuse;
  Where m_where = Where::before;
  std::int64_t m_in = 0;  ///< 0: nothing is planned
  bool m_died = false;
};

}  // namespace foyer::test
