// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "protocol/codec.hpp"
#include "protocol/messages.hpp"
#include "server/db/principal.hpp"
#include "server/db/scope_store.hpp"
#include "server/sync/limits.hpp"
#include "server/sync/rules.hpp"

namespace foyer::server {

class CursorNotes;
struct PreparedPush;

/// A page between reading and encoding.
struct PageAnswer {
  protocol::PageHeader header;
  std::shared_ptr<const PageRows> rows;
  int level = schema::kSchemaLevel;  ///< of the device that it is for

  protocol::Frame encode(int zstdLevel = 1) const;
  protocol::Page message() const;
};

/// The sync conversation without transport: laws 4 to 9. Every call blocks on the store; thread-safe.
class SyncService {
 public:
  SyncService(ScopeStore& store, const Clock& clock, const Rules& rules, SyncLimits limits = {});
  ~SyncService();

  /// Called after each commit that moved a scope's head, on the committing thread: wakes followers and other
  /// processes. Set before the first call.
  using Committed = std::function<void(const ScopeChange&)>;
  void onCommitted(Committed hook) { m_committed = std::move(hook); }

  /// Called when a device showed that a scope came back from an older state, after its new epoch was opened.
  using EpochOpened = std::function<void(const ScopeRow&, const Principal& shownBy)>;
  void onEpochOpened(EpochOpened hook) { m_epochOpened = std::move(hook); }

  /// Called when a mutation was held because working on it failed in a way that nobody foresaw.
  using Poison =
      std::function<void(const Principal& who, const Uuid& scope, std::uint64_t seq, const std::string& why)>;
  void onPoison(Poison hook) { m_poison = std::move(hook); }

  Result<protocol::Welcome> hello(const Principal& who, const protocol::Hello& hello);
  Result<protocol::PushResult> push(const Principal& who, protocol::Push push);
  Result<PageAnswer> pull(const Principal& who, const protocol::Pull& pull);
  /// What a follower that has everything up to `from` needs; empty page when there is nothing.
  Result<PageAnswer> changes(const Uuid& scope, std::int64_t from, int level = schema::kSchemaLevel);
  /// The same from what a commit wrote, for a follower of the head before it that knows the newest level.
  static PageAnswer changes(std::shared_ptr<const CommittedRows> rows);

  /// For a device whose digest differs (law 10): sums of branches, which rows lie under some prefixes, some
  /// rows by name. Busy while too many search.
  Result<protocol::Sums> sums(const Principal& who, const protocol::SumsRequest& request);
  Result<protocol::Marks> marks(const Principal& who, const protocol::MarksRequest& request);
  Result<PageAnswer> rows(const Principal& who, const protocol::RowsRequest& request);

  /// A follower was sent everything of a scope up to `version`.
  void delivered(const Uuid& scope, const Principal& who, std::int64_t version);
  /// Lags of the devices that are furthest behind, and open conflicts, as of now. Reads whole tables.
  Backlog backlog(std::int64_t limit);

  /// Answers any message that has an answer: an Error becomes a Problem. (Unfollow has none.)
  std::optional<protocol::ServerMessage> answer(const Principal& who, protocol::ClientMessage message);

  /// Writes by the server itself, in one transaction of the scope, with the commit hook. Returns the head.
  std::int64_t write(const Uuid& scope, const Want& want, const std::function<void(ScopeWriter&)>& fn);
  /// Removes all content of a scope for good; what is left keeps its id from being taken again.
  void erase(const Uuid& scope);
  /// The scope that registering claims: id = account id, one member with role "owner". Idempotent.
  void createPerson(const Uuid& account);
  /// Runs one due job on this thread. A failing one is reported and comes back later. False: none was due.
  bool runJob(const std::function<void(const Job&, std::string_view why)>& failed);
  /// Runs due jobs until none is left; for tests and the in-process double. Throws what a job throws.
  int runJobs();

  ScopeStore& store() { return m_store; }
  const Clock& clock() const { return m_clock; }
  const SyncLimits& limits() const { return m_limits; }

  /// What happened since the process began.
  struct Counts {
    /// Mutations by what became of them (model::Outcome); a repeated push counts once.
    std::array<std::atomic<std::int64_t>, 4> mutations{};
    std::atomic<std::int64_t> searches{0};   ///< differences that devices began to search
    std::atomic<std::int64_t> repaired{0};   ///< rows sent again to repair one
    std::atomic<std::int64_t> conflicts{0};  ///< values that lost to one that did not know them
  };
  const Counts& counts() const { return m_counts; }

 private:
  Result<protocol::PushResult> pushMeant(const Principal& who, const PreparedPush& push);
  Result<protocol::PushResult> pushPieces(const Principal& who, PreparedPush& push, std::string why);
  bool mayRead(const Principal& who, const Uuid& scope);
  void committed(const ScopeChange& change);
  std::int64_t meet(const Principal& who, const protocol::ScopeState& state, ScopeMembership& m);
  std::vector<Uuid> forgotten(const Principal& who, const std::map<Uuid, const protocol::ScopeState*>& states,
                              const std::vector<ScopeMembership>& scopes);
  ScopeStore& m_store;
  const Clock& m_clock;
  const Rules& m_rules;
  SyncLimits m_limits;
  std::unique_ptr<CursorNotes> m_cursors;
  Committed m_committed;
  EpochOpened m_epochOpened;
  Poison m_poison;
  std::atomic<int> m_searches{0};
  Counts m_counts;
};

}  // namespace foyer::server
