// SPDX-License-Identifier: GPL-3.0-or-later
#include "scope_sync.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "schema/collections.hpp"
#include "sync/tuning.hpp"

namespace foyer::sync {

ScopeSync::ScopeSync(ScopeHost& host, store::ScopeInfo info, Random random)
    : m_host(host),
      m_info(std::move(info)),
      m_backoff(std::move(random)),
      m_head(m_info.head),
      m_rowsOffered(m_info.rowsExpected) {}

void ScopeSync::reload() {
  if (auto info = m_host.localStore().scope(m_info.scope)) m_info = std::move(*info);
}

void ScopeSync::sawHead(std::int64_t head) {
  m_head = std::max(m_head, head);
  if (m_head > m_info.cursor && m_headAt == 0) m_headAt = m_host.now();
  if (m_head <= m_info.cursor) m_headAt = 0;
}

void ScopeSync::disconnected() {
  m_offered = m_wantPull = m_pushOut = m_following = m_verified = m_oneFailed = false;
  m_asked.clear();
  m_headAt = 0;
  m_repair.stop();
}

// ---- pulling

void ScopeSync::ask(const protocol::PageToken& from) {
  m_asked.push_back(from);
  m_wantPull = false;
  m_requestAt = m_host.now();
  protocol::Pull request;
  request.scope = m_info.scope;
  request.epoch = m_info.epoch;
  request.from = from;
  request.limit = tuning::kPageRows;
  request.follow = m_host.live();
  request.schema = schema::level();
  m_host.send(request);
}

void ScopeSync::pull() {
  if (!wantsPull()) return;
  m_pace.begin(m_host.now());
  protocol::PageToken from = m_info.resume;
  if (from == protocol::PageToken{}) {
    from.since = m_info.cursor;
    if (m_info.cursor > 0 && m_info.level < schema::level())
      from = {0, m_info.cursor, 0, 0, {}, m_info.level};
  }
  ask(from);
}

void ScopeSync::onPageHeader(const protocol::PageHeader& header) {
  if (header.live || header.part || m_asked.size() != 1 || !header.more || header.epoch != m_info.epoch)
    return;
  ask(header.next);
}

void ScopeSync::onPage(const protocol::Page& page) {
  const auto& header = page.header;
  if (header.part) return onPart(page);
  if (header.epoch != m_info.epoch) {
    if (m_info.epoch == 0) return;
    return m_host.startOver({Code::unreachable, {}, "The server came back from an older state."});
  }
  if (header.live) {
    // While a pass runs its end decides whether this page's head has been reached.
    if (pulling() || !m_following || header.head <= m_info.cursor || header.from != m_info.cursor) {
      sawHead(header.head);
      if (!pulling() && header.head > m_info.cursor) m_wantPull = true;
      return;
    }
    apply(page);
    return;
  }
  if (m_asked.empty()) return;  // answers a request of before a problem
  follows(m_asked.front());
  m_asked.pop_front();
  apply(page);
  if (header.more && !pulling()) ask(header.next);
  if (m_oneFailed && m_pushOut) {
    m_pushOut = m_oneFailed = false;
    failed(m_oneFailedWhy);
  }
}

/// A page may only go on top of what it was asked for. The pages before it share a transaction with others
/// and are gone when the disk refused those.
void ScopeSync::follows(const protocol::PageToken& from) {
  reload();
  const bool first = from.collection == 0;
  if (first ? m_info.resume == protocol::PageToken{} : m_info.resume == from) return;
  throw std::runtime_error("The pages before this one could not be stored.");
}

void ScopeSync::apply(const protocol::Page& page) {
  const auto applied = m_host.localStore().applyPage(page.header, page.rows, page.hashes);
  reload();
  if (applied.ignored) {
    m_wantPull = true;
    return;
  }
  m_host.progressed();
  if (!page.header.live) m_pace.took(applied.rows, m_host.now());
  if (page.header.more) return;
  m_following = m_host.live();
  m_headAt = 0;
  sawHead(page.header.head);
  if (m_head > m_info.cursor) m_wantPull = true;
  m_verified = applied.verified;
  if (applied.verified) {
    m_repairs = 0;
    m_backoff.reset();
    m_why.reset();
  }
  if (applied.mismatch) differs();
}

void ScopeSync::reread(std::int64_t epoch) {
  m_host.localStore().restartScope(m_info.scope, epoch, true);
  reload();
  m_asked.clear();
  m_verified = m_following = false;
  m_wantPull = true;
}

void ScopeSync::onStale() {
  m_following = m_verified = false;
  if (!pulling()) m_wantPull = true;
}

// ---- pushing

void ScopeSync::push() {
  if (m_pushOut || m_retryAt != 0 || m_info.queued == 0) return;
  if (!m_offered && m_info.confirmed) return;
  auto& store = m_host.localStore();
  protocol::Push request;
  request.scope = m_info.scope;
  auto batch = store.nextPush(m_info.scope, m_host.maxPushCount(), m_host.maxPushBytes());
  if (batch.empty()) return;
  for (auto& mutation : batch) request.mutations.emplace_back(std::move(mutation));
  request.ack = store.acknowledged(m_info.scope);
  m_pushOut = true;
  m_requestAt = m_host.now();
  m_host.send(request);
}

void ScopeSync::onPushResult(const protocol::PushResult& result) {
  if (!m_pushOut) return;
  m_pushOut = false;
  m_host.localStore().storeResults(m_info.scope, result.results);
  reload();
  if (!m_info.confirmed && result.epoch > 0) {
    // It was made. Should the server forget it, the next hello shows that it was there.
    m_info.confirmed = true;
    m_info.epoch = result.epoch;
    m_host.localStore().putScope(m_info);
    reload();
  }
  sawHead(result.head);
  if (result.results.empty()) {
    failed({Code::internal, {}, "The server answered without saying what became of the changes."});
    return;
  }
  m_host.progressed();
  const bool taken = std::any_of(result.results.begin(), result.results.end(),
                                 [](const auto& r) { return r.outcome != model::Outcome::held; });
  if (!m_offered && taken) m_host.wantHello();
  if (m_offered && !m_host.live() && m_head > m_info.cursor) m_wantPull = !pulling();
  if (!pulling()) {
    m_backoff.reset();
    m_why.reset();
  }
  if (m_oneFailed && pulling()) {
    m_asked.clear();
    m_oneFailed = false;
    failed(m_oneFailedWhy);
  }
}

// ---- trouble and time

void ScopeSync::onProblem(const Error& error) {
  if (pulling() && m_pushOut && !m_oneFailed) {
    m_oneFailed = true;
    m_oneFailedWhy = error;
    return;
  }
  if (pulling() && m_info.resume != protocol::PageToken{} && !foyer::info(error.code).transient) {
    // Where we stopped means nothing to the server any more: begin the pass again.
    store::ScopeInfo again = m_info;
    again.resume = {};
    again.rowsTaken = 0;
    m_host.localStore().putScope(again);
    reload();
  }
  m_asked.clear();
  m_pushOut = m_oneFailed = false;
  m_repair.stop();
  if (error.code == Code::forbidden || error.code == Code::notFound || error.code == Code::sequenceGap)
    m_host.wantHello();
  failed(error);
  if (error.code == Code::replayed) m_host.needIdentity();
}

void ScopeSync::failed(Error why) {
  const bool again = foyer::info(why.code).transient;
  m_why = std::move(why);
  const std::int64_t wait = again || m_offered ? m_backoff.nextMs() : m_backoff.permanentMs();
  m_retryAt = m_host.now() + wait;
  m_retryWall = m_host.wall() + wait;
  if (m_offered && !pulling() && !m_following) m_wantPull = true;
  if (m_why->code == Code::damaged) m_wantPull = m_offered;
}

void ScopeSync::tryNow() {
  m_retryAt = 0;
  m_backoff.reset();
}

bool ScopeSync::tick() {
  const std::int64_t now = m_host.now();
  if (m_retryAt != 0 && now >= m_retryAt) m_retryAt = 0;
  if (m_following && !pulling() && m_headAt != 0 && now >= m_headAt + tuning::kFollowGrace.count()) {
    m_wantPull = true;
    m_headAt = 0;
  }
  return !outstanding() || now < m_requestAt + tuning::kScopeRequest.count();
}

std::optional<std::int64_t> ScopeSync::nextWake() const {
  std::optional<std::int64_t> wake;
  const auto at = [&wake](std::int64_t ms) { wake = wake ? std::min(*wake, ms) : ms; };
  if (m_retryAt != 0) at(m_retryAt);
  if (m_following && !pulling() && m_headAt != 0) at(m_headAt + tuning::kFollowGrace.count());
  if (outstanding()) at(m_requestAt + tuning::kScopeRequest.count());
  return wake;
}

}  // namespace foyer::sync
