// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does because time has passed.
#include <algorithm>

#include "scope_sync.hpp"
#include "sync/engine.hpp"
#include "sync/tuning.hpp"

namespace foyer::sync {

void Engine::tick() {
  safely([this] { passTime(); });
}

void Engine::passTime() {
  const std::int64_t now = m_clock.steadyMs();
  if (const auto settle = m_store.settleAt(); settle && now >= *settle) settleStore();
  if (m_phase == Phase::waiting && now >= m_nextTry) connect();
  if (m_phase == Phase::stopped || m_phase == Phase::waiting) return publish();
  if (outstanding() && now >= m_progressAt + tuning::kWatchdog.count()) {
    lost({Code::timeout, {}, "The server does not answer."});
    return publish();
  }
  for (auto& [id, scope] : m_scopes) {
    if (scope->tick()) continue;
    lost({Code::timeout, {}, "The server does not answer."});
    scope->failed({Code::timeout, {}, "The server does not answer for this space."});
    return publish();
  }
  if (m_phase == Phase::up && !outstanding()) {
    if (m_channel.live() && now >= m_progressAt + pingAfter()) {
      // The silence so far counts; a device that slept still leaves the answer its time.
      m_progressAt = now - pingAfter();
      m_pingAt = now;
      m_pingOut = true;
      send(protocol::Ping{++m_pings});
    }
    if (now >= m_welcomeAt + helloEvery()) {
      const std::int64_t heard = std::max(m_progressAt, now - tuning::kPingEvery.count());
      sayHello();
      m_progressAt = heard;  // silence before the question counts here as well
    }
  }
  afterInput();
}

/// Over a slow way the question goes out earlier: its answer gets twice the time that the last one took.
std::int64_t Engine::pingAfter() const {
  const std::int64_t latest = tuning::kPingEvery.count();
  return std::clamp(tuning::kWatchdog.count() - 2 * m_answerTook, latest / 10, latest);
}

std::int64_t Engine::helloEvery() const {
  if (m_channel.live()) return tuning::kHelloEvery.count();
  return std::max(pingAfter(), tuning::kPingEvery.count() / 2);
}

std::optional<std::int64_t> Engine::nextWake() const {
  if (m_phase == Phase::stopped) return std::nullopt;
  if (m_phase == Phase::waiting) return m_nextTry;
  if (m_phase != Phase::up) return m_progressAt + tuning::kWatchdog.count();
  std::int64_t wake = 0;
  if (outstanding()) {
    wake = m_progressAt + tuning::kWatchdog.count();
  } else {
    wake = m_welcomeAt + helloEvery();
    if (m_channel.live()) wake = std::min(wake, m_progressAt + pingAfter());
  }
  for (const auto& [id, scope] : m_scopes)
    if (const auto at = scope->nextWake()) wake = std::min(wake, *at);
  if (const auto settle = m_store.settleAt()) wake = std::min(wake, *settle);
  return wake;
}

}  // namespace foyer::sync
