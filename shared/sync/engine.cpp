// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "host.hpp"
#include "scope_sync.hpp"
#include "sync/tuning.hpp"

namespace foyer::sync {

Engine::Engine(store::Store& store, Channel& channel, StatusSink& sink, CorrectedClock& clock,
               Options options)
    : m_store(store),
      m_channel(channel),
      m_sink(sink),
      m_clock(clock),
      m_options(std::move(options)),
      m_backoff(m_options.random),
      m_host(std::make_unique<Host>(*this)),
      m_offlineSince(clock.wallMs()),
      m_maxPush(tuning::kPushMutations),
      m_maxBytes(tuning::kPushBytes) {
  refreshScopes();
  m_status = compose();
}

Engine::~Engine() = default;

// ---- wishes

void Engine::start() {
  if (m_phase == Phase::stopped) connect();
  publish();
}

void Engine::stop() {
  if (m_phase == Phase::stopped) return;
  lost({Code::unreachable, {}, {}});
  m_phase = Phase::stopped;
  m_why.reset();
  m_backoff.reset();
  publish();
}

void Engine::needIdentity() {
  if (std::exchange(m_identityNeeded, true)) return;
  if (m_phase != Phase::stopped)
    lost({Code::replayed,
          {},
          "This device's data is a copy, or older than what it has sent: it takes a new identity."});
  if (m_options.identityNeeded) m_options.identityNeeded();
}

void Engine::takeIdentity(const Uuid& device) {
  m_store.takeIdentity(device);
  m_options.device = device;
  m_identityNeeded = false;
  refreshScopes();
  if (m_phase == Phase::waiting) {
    m_backoff.reset();
    connect();
  }
  publish();
}

void Engine::tryNow() {
  safely([this] {
    m_backoff.reset();
    for (auto& [id, scope] : m_scopes) scope->tryNow();
    if (m_phase == Phase::waiting) connect();
    if (m_phase == Phase::up && !m_channel.live() && !outstanding()) m_helloAgain = true;
    afterInput();
  });
}

void Engine::localChange(const Uuid& scope) {
  safely([this, &scope] {
    auto info = m_store.scope(scope);
    if (!info) {
      m_scopes.erase(scope);  // made here, not accepted, and now given up
      return;
    }
    auto& slot = m_scopes[scope];
    if (slot) {
      slot->refresh(std::move(*info));
    } else {
      slot = std::make_unique<ScopeSync>(*m_host, std::move(*info), m_options.random);
    }
    if (m_phase == Phase::up) guarded(*slot, [](ScopeSync& s) { s.push(); });
  });
  publish();
}

void Engine::localChange() {
  safely([this] {
    refreshScopes();
    afterInput();
  });
}

void Engine::safely(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& e) {
    if (m_phase != Phase::stopped && m_phase != Phase::waiting) lost({Code::internal, {}, e.what()});
    publish();
  }
}

void Engine::refreshScopes() {
  auto infos = m_store.scopes();
  std::erase_if(m_scopes, [&](const auto& known) {
    return std::none_of(infos.begin(), infos.end(),
                        [&](const auto& info) { return info.scope == known.first; });
  });
  for (auto& info : infos) {
    auto& slot = m_scopes[info.scope];
    if (slot) {
      slot->refresh(std::move(info));
    } else {
      slot = std::make_unique<ScopeSync>(*m_host, std::move(info), m_options.random);
    }
  }
}

void Engine::noteForks(const Uuid& scope, std::int64_t open) {
  if (auto* known = find(scope)) known->setForks(open);
  publish();
}

void Engine::recheck(const Uuid& scope) {
  safely([this, &scope] {
    if (auto* known = find(scope)) known->recheck();
    afterInput();
  });
}

// ---- the connection

void Engine::connect() {
  if (m_identityNeeded) {
    m_phase = Phase::waiting;
    m_nextTry = m_clock.steadyMs() + tuning::kBackoffMax.count();
    return;
  }
  m_phase = Phase::opening;
  m_progressAt = m_clock.steadyMs();
  m_channel.open();
}

void Engine::connected() {
  if (m_phase != Phase::opening) return;
  m_phase = Phase::greeting;
  safely([this] { sayHello(); });
  publish();
}

void Engine::disconnected(const Error& why) {
  if (m_phase == Phase::stopped || m_phase == Phase::waiting) return;
  lost(why);
  publish();
}

/// Ends the connection and plans the next one. Whatever was under way is begun again from the store.
void Engine::lost(const Error& why) {
  m_greeted = m_phase == Phase::up;
  if (m_greeted) m_offlineSince = m_clock.wallMs();
  m_channel.close();
  m_helloOut = m_helloAgain = m_pingOut = false;
  for (auto& [id, scope] : m_scopes) scope->disconnected();
  m_phase = Phase::waiting;
  m_why = why;
  try {
    m_store.settle();
  } catch (const std::exception&) {
    // Undone: it is fetched again.
  }
  const bool again = info(why.code).transient;
  const std::int64_t wait = again ? m_backoff.nextMs() : m_backoff.permanentMs();
  m_nextTry = m_clock.steadyMs() + wait;
  m_nextTryWall = m_clock.wallMs() + wait;
}

void Engine::send(const protocol::ClientMessage& message) {
  if (!outstanding()) m_progressAt = m_clock.steadyMs();
  m_channel.send(message);
}

void Engine::progress() {
  m_progressAt = m_clock.steadyMs();
  m_backoff.reset();
}

bool Engine::outstanding() const {
  if (m_phase == Phase::opening || m_helloOut || m_pingOut) return true;
  return std::any_of(m_scopes.begin(), m_scopes.end(), [](const auto& s) { return s.second->outstanding(); });
}

// ---- status

bool Engine::settled() const {
  if (m_phase != Phase::up || m_helloOut || m_helloAgain) return false;
  return std::all_of(m_scopes.begin(), m_scopes.end(), [](const auto& s) { return s.second->settled(); });
}

Status Engine::compose() const {
  Status next;
  next.connected = m_phase == Phase::up;
  next.stopped = m_phase == Phase::stopped;
  next.greeted = m_greeted && !next.connected;
  next.why = m_why;
  next.offlineSinceMs = next.connected ? 0 : m_offlineSince;
  next.nextTryMs = m_phase == Phase::waiting ? m_nextTryWall : 0;
  next.state = next.connected ? State::ok : State::off;
  for (const auto& [id, scope] : m_scopes) {
    next.scopes.push_back(scope->status(next.connected));
    const auto& s = next.scopes.back();
    next.state = std::max(next.state, s.state);
    next.queued += s.queued;
    next.held += s.held;
  }
  if (next.connected && m_helloOut) next.state = std::max(next.state, State::sync);
  return next;
}

void Engine::publish() {
  Status next = compose();
  if (next == m_status) return;
  m_status = std::move(next);
  m_sink.statusChanged(m_status);
}

}  // namespace foyer::sync
