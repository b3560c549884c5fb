// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <exception>
#include <vector>

#include "host.hpp"
#include "schema/collections.hpp"
#include "scope_sync.hpp"
#include "sync/engine.hpp"
#include "sync/kept_clock.hpp"
#include "sync/tuning.hpp"

namespace foyer::sync {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

/// What people look at first is read first; large reference data last.
int rank(schema::Scope kind) {
  static constexpr std::array kOrder{schema::Scope::gate,       schema::Scope::person,
                                     schema::Scope::family,     schema::Scope::project,
                                     schema::Scope::production, schema::Scope::catalog};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), kind) - kOrder.begin());
}

}  // namespace

ScopeSync* Engine::find(const std::optional<Uuid>& scope) {
  if (!scope) return nullptr;
  const auto at = m_scopes.find(*scope);
  return at == m_scopes.end() ? nullptr : at->second.get();
}

/// A surprise while one scope is handled (a full disk, say) ends the connection, since requests already sent
/// build on what could not be stored; afterwards this scope waits while the others go on.
void Engine::guarded(ScopeSync& scope, const std::function<void(ScopeSync&)>& work) {
  try {
    work(scope);
  } catch (const std::exception& e) {
    lost({Code::internal, {}, e.what()});
    scope.failed({Code::internal, {}, e.what()});
  }
}

void Engine::received(const protocol::Frame& frame) {
  received(readFrame(frame, [this](const protocol::PageHeader& header) { pageBegun(header); }));
}

void Engine::pageBegun(const protocol::PageHeader& header) {
  if (m_phase != Phase::up) return;
  if (auto* scope = find(header.scope)) guarded(*scope, [&](ScopeSync& s) { s.onPageHeader(header); });
}

void Engine::received(Incoming incoming) {
  if (m_phase != Phase::greeting && m_phase != Phase::up) return;
  safely([&] { take(incoming); });
}

void Engine::take(Incoming& incoming) {
  if (incoming.message) {
    onMessage(*incoming.message);
  } else if (incoming.scope) {
    // The page after this one may have been asked for: start over, with this scope behind the others.
    lost({Code::internal, {}, incoming.message.error().message});
    if (auto* scope = find(incoming.scope)) scope->failed(incoming.message.error());
  } else {
    m_why = incoming.message.error();  // whoever waits for it is asked again by the time-outs
  }
  afterInput();
}

void Engine::onMessage(protocol::ServerMessage& message) {
  const auto forScope = [this](const std::optional<Uuid>& id, const auto& work) {
    if (auto* scope = find(id)) guarded(*scope, work);
  };
  std::visit(
      Overloaded{
          [&](const protocol::Welcome& m) { onWelcome(m); },
          [&](const protocol::PushResult& m) { forScope(m.scope, [&](ScopeSync& s) { s.onPushResult(m); }); },
          [&](const protocol::Page& m) { forScope(m.header.scope, [&](ScopeSync& s) { s.onPage(m); }); },
          [&](const protocol::Stale& m) { forScope(m.scope, [](ScopeSync& s) { s.onStale(); }); },
          [&](const protocol::Sums& m) { forScope(m.scope, [&](ScopeSync& s) { s.onSums(m); }); },
          [&](const protocol::Marks& m) { forScope(m.scope, [&](ScopeSync& s) { s.onMarks(m); }); },
          [&](const protocol::ScopesChanged&) { m_helloAgain = true; },
          [&](const protocol::Pong& m) {
            if (m.n != m_pings) return;
            m_pingOut = false;
            m_answerTook = m_clock.steadyMs() - m_pingAt;
            if (!outstanding()) progress();
          },
          [&](const protocol::Bye& m) {
            lost({Code::unreachable, {}, m.reason});
          },
          [&](const protocol::Problem& m) { onProblem(m); },
      },
      message);
}

void Engine::sayHello() {
  m_helloAgain = false;
  protocol::Hello hello;
  hello.device = m_options.device;
  hello.schema = schema::level();
  hello.app = m_options.app;
  hello.wallMs = m_clock.wallMs();
  refreshScopes();
  m_claimed.clear();
  for (auto& [id, scope] : m_scopes) {
    hello.scopes.push_back(scope->state());
    if (scope->info().confirmed) m_claimed.insert(id);
  }
  send(hello);
  m_helloOut = true;
  m_helloAt = m_clock.steadyMs();
}

void Engine::onWelcome(const protocol::Welcome& welcome) {
  if (!m_helloOut) return;
  m_helloOut = false;
  m_welcomeAt = m_clock.steadyMs();
  m_answerTook = m_welcomeAt - m_helloAt;
  const std::string account = m_store.setting("account");
  if (account.empty()) {
    m_store.setSetting("account", welcome.account.str());
  } else if (account != welcome.account.str()) {
    return lost({Code::forbidden, {}, "The data on this device belongs to another account."});
  }
  compareClocks(welcome.wallMs);
  const auto limit = [](std::size_t ours, std::int64_t theirs) {
    return theirs > 0 ? std::min(ours, static_cast<std::size_t>(theirs)) : ours;
  };
  m_maxPush = limit(tuning::kPushMutations, welcome.maxPushMutations);
  m_maxBytes = limit(tuning::kPushBytes, welcome.maxFrameBytes / 2);
  m_phase = Phase::up;
  m_why.reset();
  m_progressAt = m_clock.steadyMs();

  refreshScopes();
  for (const Uuid& id : welcome.forgotten) {
    if (auto* scope = find(id); scope && m_claimed.contains(id)) scope->forgotten();
  }
  std::erase_if(m_scopes, [&](const auto& entry) {
    const auto& [id, scope] = entry;
    const bool offered = std::any_of(welcome.scopes.begin(), welcome.scopes.end(),
                                     [&id = id](const auto& o) { return o.scope == id; });
    if (offered || !m_claimed.contains(id) || !scope->info().confirmed) return false;
    m_store.dropScope(id);
    return true;
  });
  m_store.purge();
  for (const auto& offer : welcome.scopes) {
    auto& slot = m_scopes[offer.scope];
    if (!slot) {
      store::ScopeInfo info;
      info.scope = offer.scope;
      info.kind = offer.kind;
      slot = std::make_unique<ScopeSync>(*m_host, std::move(info), m_options.random);
    }
    guarded(*slot, [&offer](ScopeSync& s) { s.offered(offer); });
    if (m_phase != Phase::up) return;
  }
}

void Engine::compareClocks(std::int64_t serverWallMs) {
  const std::int64_t now = m_clock.steadyMs();
  const std::int64_t answeredAt = m_clock.wallMs() - (now - m_helloAt) / 2;
  const std::int64_t delta = serverWallMs - answeredAt;
  if (std::abs(delta) > tuning::kClockTolerance.count() + (now - m_helloAt) / 2) {
    m_store.shiftStamps(delta, clockSettings(m_clock, m_options.boot, true, delta));
    m_clock.setOffset(m_clock.offsetMs() + delta);
    m_clockCompared = true;
    return;
  }
  // What was queued so far was stamped by a clock that is right. The device's clock may have been set since:
  // what is written is right all the same, but a restart has to know.
  const std::int64_t noted = std::strtoll(m_store.setting("clock_offset_ms").c_str(), nullptr, 10);
  const bool queued = std::ranges::any_of(m_store.scopes(), [](const auto& s) { return s.queued > 0; });
  if (queued || !m_clockCompared || std::abs(m_clock.offsetMs() - noted) > tuning::kClockTolerance.count())
    m_store.trustStamps(m_clock.wallMs(), clockSettings(m_clock, m_options.boot, true));
  m_clockCompared = true;
}

void Engine::onProblem(const protocol::Problem& problem) {
  if (problem.scope) {
    auto* scope = find(problem.scope);
    if (!scope) return;
    // Made again by somebody else after the server had forgotten it, and without this person.
    if (problem.error.code == Code::forbidden && !scope->info().confirmed) {
      m_store.dropScope(*problem.scope);
      m_store.purge();
      m_scopes.erase(*problem.scope);
      return;
    }
    guarded(*scope, [&](ScopeSync& s) { s.onProblem(problem.error); });
    return;
  }
  m_why = problem.error;
  if (m_helloOut || problem.error.code == Code::unauthenticated) lost(problem.error);
}

/// Whatever can go on goes on: uploads first, they are small and somebody waits for them.
void Engine::afterInput() {
  for (auto& [id, scope] : m_scopes)
    if (m_phase == Phase::up) guarded(*scope, [](ScopeSync& s) { s.push(); });
  if (m_phase == Phase::up) startPulls();
  settleWhenQuiet();
  if (m_phase == Phase::up && m_helloAgain && !m_helloOut) sayHello();
  publish();
}

/// Nobody waits for a page any more: what the last ones brought is made durable and visible.
void Engine::settleWhenQuiet() {
  const auto pulling = [](const auto& entry) { return entry.second->pulling(); };
  if (!m_store.settleAt() || std::any_of(m_scopes.begin(), m_scopes.end(), pulling)) return;
  settleStore();
}

/// A disk that refuses is the same as a page that could not be stored: everybody begins again from the store.
void Engine::settleStore() {
  try {
    m_store.settle();
  } catch (const std::exception& e) {
    lost({Code::internal, {}, e.what()});
  }
}

void Engine::startPulls() {
  std::size_t running = 0;
  std::vector<ScopeSync*> wanting;
  for (auto& [id, scope] : m_scopes) {
    running += scope->pulling() ? 1 : 0;
    if (scope->wantsPull()) wanting.push_back(scope.get());
  }
  std::stable_sort(wanting.begin(), wanting.end(), [](const ScopeSync* a, const ScopeSync* b) {
    return rank(a->info().kind) < rank(b->info().kind);
  });
  for (auto* scope : wanting) {
    if (running >= tuning::kPullsAtOnce || m_phase != Phase::up) return;
    guarded(*scope, [](ScopeSync& s) { s.pull(); });
    running += scope->pulling() ? 1 : 0;
  }
}

}  // namespace foyer::sync
