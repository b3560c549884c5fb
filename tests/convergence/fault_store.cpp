// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_store.hpp"

#include "server/db/store_away.hpp"

namespace foyer::test {

bool FaultStore::due() {
  if (m_died) throw ProcessDied{};
  return m_in > 0 && --m_in == 0;
}

void FaultStore::strike() {
  if (m_what == What::refuse) throw server::StoreAway("the database refuses");
  m_died = true;
  throw ProcessDied{};
}

template <class Call>
auto FaultStore::around(Call call) {
  const bool now = due();
  if (now && m_where != Where::after) strike();
  if constexpr (std::is_void_v<decltype(call())>) {
    call();
    if (now) strike();
  } else {
    auto result = call();
    if (now) strike();
    return result;
  }
}

void FaultStore::withScope(const Uuid& scope, const server::Want& want,
                           const std::function<void(server::ScopeTx&)>& fn) {
  const bool now = due();
  if (now && m_where == Where::before) strike();
  m_below.withScope(scope, want, [&](server::ScopeTx& tx) {
    fn(tx);
    if (now && m_where == Where::inside) strike();
  });
  if (now) strike();
}

std::vector<server::ScopeMembership> FaultStore::scopesOf(const Uuid& account, const Uuid& device) {
  return around([&] { return m_below.scopesOf(account, device); });
}
std::vector<Uuid> FaultStore::scopesSeenBy(const Uuid& account) {
  return around([&] { return m_below.scopesSeenBy(account); });
}

std::optional<server::ScopeRow> FaultStore::scope(const Uuid& scope) {
  return around([&] { return m_below.scope(scope); });
}
std::vector<server::ScopeChange> FaultStore::heads(std::span<const Uuid> scopes) {
  return around([&] { return m_below.heads(scopes); });
}
std::optional<std::string> FaultStore::roleOf(const Uuid& scope, const Uuid& account) {
  return around([&] { return m_below.roleOf(scope, account); });
}
std::vector<server::Member> FaultStore::members(const Uuid& scope) {
  return around([&] { return m_below.members(scope); });
}
std::unique_ptr<server::PageRows> FaultStore::readPage(const server::PageRequest& request) {
  return around([&] { return m_below.readPage(request); });
}
std::optional<server::ScopeRow> FaultStore::readMarks(
    const MarkRequest& request, const std::function<bool(const protocol::Mark&)>& each) {
  return around([&] { return m_below.readMarks(request, each); });
}
std::optional<server::Snapshot> FaultStore::read(const Uuid& scope, std::span<const server::RecordKey> keys) {
  return around([&] { return m_below.read(scope, keys); });
}
std::optional<server::Snapshot> FaultStore::readAll(const Uuid& scope, const schema::Collection& collection) {
  return around([&] { return m_below.readAll(scope, collection); });
}
std::set<server::RecordKey> FaultStore::inCatalogue(std::span<const server::RecordKey> keys) {
  return around([&] { return m_below.inCatalogue(keys); });
}
std::optional<server::ScopeRow> FaultStore::exportScope(
    const Uuid& scope, const std::function<void(const model::Record&)>& each) {
  return around([&] { return m_below.exportScope(scope, each); });
}
std::vector<Uuid> FaultStore::scopesWithTrash(std::int64_t beforeMs, const Uuid& after, std::int64_t limit) {
  return around([&] { return m_below.scopesWithTrash(beforeMs, after, limit); });
}
std::vector<server::RecordKey> FaultStore::ripeTrash(const Uuid& scope, std::int64_t beforeMs,
                                                     std::int64_t untilVersion, std::int64_t limit) {
  return around([&] { return m_below.ripeTrash(scope, beforeMs, untilVersion, limit); });
}
std::vector<server::RecordKey> FaultStore::childrenOf(const Uuid& scope,
                                                      std::span<const server::RecordKey> parents,
                                                      std::int64_t limit) {
  return around([&] { return m_below.childrenOf(scope, parents, limit); });
}
void FaultStore::noteCursor(const Uuid& scope, const server::DeviceCursor& device) {
  around([&] { m_below.noteCursor(scope, device); });
}
void FaultStore::noteSent(std::span<const server::DeviceSent> sent, std::int64_t nowMs) {
  around([&] { m_below.noteSent(sent, nowMs); });
}
server::Backlog FaultStore::backlog(std::int64_t seenSinceMs, std::int64_t limit) {
  return around([&] { return m_below.backlog(seenSinceMs, limit); });
}
std::optional<std::int64_t> FaultStore::slowestCursor(const Uuid& scope, std::int64_t seenSinceMs) {
  return around([&] { return m_below.slowestCursor(scope, seenSinceMs); });
}
server::ScopeChange FaultStore::eraseScope(const Uuid& scope) {
  return around([&] { return m_below.eraseScope(scope); });
}
std::int64_t FaultStore::claimCode(const server::CodeClaim& claim,
                                   const std::function<void(std::int64_t)>& promise) {
  return around([&] { return m_below.claimCode(claim, promise); });
}
std::optional<server::Job> FaultStore::claimJob(std::int64_t nowMs, std::int64_t retryMs) {
  return around([&] { return m_below.claimJob(nowMs, retryMs); });
}
void FaultStore::finishJob(std::int64_t id) {
  around([&] { m_below.finishJob(id); });
}

std::vector<server::JournalEntry> FaultStore::history(const Uuid& scope, const server::RecordKey& record,
                                                      std::int64_t before, std::int64_t limit) {
  return around([&] { return m_below.history(scope, record, before, limit); });
}
std::int64_t FaultStore::pruneJournal(std::int64_t beforeMs, std::int64_t limit) {
  return around([&] { return m_below.pruneJournal(beforeMs, limit); });
}
std::vector<std::optional<model::Digest>> FaultStore::chainAt(std::span<const server::ScopePoint> points) {
  return around([&] { return m_below.chainAt(points); });
}
std::vector<server::EpochMark> FaultStore::epochs(const Uuid& scope) {
  return around([&] { return m_below.epochs(scope); });
}

}  // namespace foyer::test
