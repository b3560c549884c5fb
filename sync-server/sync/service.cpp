// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/sync_service.hpp"

#include <stdexcept>

#include "cursor_notes.hpp"

namespace foyer::server {

namespace {
/// How long a claimed job stays hidden before it is tried again.
constexpr std::int64_t kJobRetryMs = 30'000;
/// A device that was not seen for so long lags no more: it is gone.
constexpr std::int64_t kLagMs = 30LL * 24 * 3600 * 1000;
}  // namespace

SyncService::SyncService(ScopeStore& store, const Clock& clock, const Rules& rules, SyncLimits limits)
    : m_store(store),
      m_clock(clock),
      m_rules(rules),
      m_limits(limits),
      m_cursors(std::make_unique<CursorNotes>(store)) {}
SyncService::~SyncService() = default;

void SyncService::committed(const ScopeChange& change) {
  if (m_committed) m_committed(change);
}

std::int64_t SyncService::write(const Uuid& scope, const Want& want,
                                const std::function<void(ScopeWriter&)>& fn) {
  std::optional<ScopeChange> change;
  std::int64_t head = 0;
  std::int64_t lost = 0;
  m_store.withScope(scope, want, [&](ScopeTx& tx) {
    change.reset();
    tx.announceTo(change);
    ScopeWriter writer(tx, m_clock.wallMs());
    fn(writer);
    head = tx.row().head;
    lost = writer.lost();
  });
  m_counts.conflicts += lost;
  if (change) committed(*change);
  return head;
}

void SyncService::delivered(const Uuid& scope, const Principal& who, std::int64_t version) {
  m_cursors->sent(scope, who, version);
}

Backlog SyncService::backlog(std::int64_t limit) {
  const std::int64_t now = m_clock.wallMs();
  m_cursors->flush(now);
  return m_store.backlog(now - kLagMs, limit);
}

void SyncService::erase(const Uuid& scope) { committed(m_store.eraseScope(scope)); }

void SyncService::createPerson(const Uuid& account) {
  write(account, {.account = account, .device = {}, .records = {}}, [&](ScopeWriter& writer) {
    if (writer.tx().born()) return;
    writer.create(schema::Scope::person);
    writer.setMember(account, "owner");
  });
}

bool SyncService::runJob(const std::function<void(const Job&, std::string_view why)>& failed) {
  const std::int64_t now = m_clock.wallMs();
  const std::optional<Job> job = m_store.claimJob(now, now + kJobRetryMs);
  if (!job) return false;
  try {
    m_rules.run(*this, *job);
    m_store.finishJob(job->id);
  } catch (const std::exception& e) {
    failed(*job, e.what());
  }
  return true;
}

int SyncService::runJobs() {
  int ran = 0;
  const auto raise = [](const Job& job, std::string_view why) {
    throw std::runtime_error("Job " + job.kind + ": " + std::string(why));
  };
  while (runJob(raise)) ++ran;
  return ran;
}

std::optional<protocol::ServerMessage> SyncService::answer(const Principal& who,
                                                           protocol::ClientMessage message) {
  using protocol::ServerMessage;
  const auto problem = [](std::optional<Uuid> scope, const Error& error) {
    return ServerMessage(protocol::Problem{scope, error});
  };
  if (const auto* hello = std::get_if<protocol::Hello>(&message)) {
    auto welcome = this->hello(who, *hello);
    return welcome ? ServerMessage(std::move(*welcome)) : problem({}, welcome.error());
  }
  if (auto* push = std::get_if<protocol::Push>(&message)) {
    const Uuid scope = push->scope;
    auto result = this->push(who, std::move(*push));
    return result ? ServerMessage(std::move(*result)) : problem(scope, result.error());
  }
  if (const auto* pull = std::get_if<protocol::Pull>(&message)) {
    auto page = this->pull(who, *pull);
    return page ? ServerMessage(page->message()) : problem(pull->scope, page.error());
  }
  if (const auto* question = std::get_if<protocol::SumsRequest>(&message)) {
    auto sums = this->sums(who, *question);
    return sums ? ServerMessage(std::move(*sums)) : problem(question->scope, sums.error());
  }
  if (const auto* question = std::get_if<protocol::MarksRequest>(&message)) {
    auto marks = this->marks(who, *question);
    return marks ? ServerMessage(std::move(*marks)) : problem(question->scope, marks.error());
  }
  if (const auto* question = std::get_if<protocol::RowsRequest>(&message)) {
    auto page = rows(who, *question);
    return page ? ServerMessage(page->message()) : problem(question->scope, page.error());
  }
  if (const auto* ping = std::get_if<protocol::Ping>(&message)) return protocol::Pong{ping->n};
  return std::nullopt;
}

}  // namespace foyer::server
