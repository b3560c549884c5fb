// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include "sync/status.hpp"

namespace foyer::test {

/// Law 15: what a status claims has to be true by its own figures, and what waits has a cause and a next
/// step. Empty when nothing is wrong.
inline std::string dishonest(const sync::ScopeStatus& s, bool connected) {
  using sync::State;
  const std::string name = "scope " + s.scope.str() + " says " + std::string(sync::name(s.state));
  switch (s.state) {
    case State::ok:
      if (s.queued + s.held + s.forks > 0) return name + " while something waits";
      if (s.verifiedMs == 0 || s.cursor < s.head) return name + " without a check";
      break;
    case State::sync:
      if (!connected) return name + " without a connection";
      break;
    case State::wait:
      if (s.confirmed && (!s.why || s.nextTryMs == 0)) return name + " without cause or next step";
      break;
    case State::off:
      if (connected) return name + " while connected";
      break;
    case State::fork:
      if (s.forks == 0) return name + " without one";
      break;
    case State::held:
      if (s.held == 0) return name + " without one";
      break;
  }
  if (s.state == State::ok && s.verifiedVersion != s.cursor) return name + ", and checked another version";
  if (s.verifiedVersion > s.cursor) return name + ", checked beyond what is here";
  if (s.verifiedVersion > 0 && s.verifiedMs == 0) return name + ", checked at no time";
  if (s.cursor > s.head) return name + ", with more than there is";
  if (s.rowsExpected > 0 && s.rowsLoaded > s.rowsExpected) return name + ", more than all of it loaded";
  if (s.secondsLeft > 0 && !connected) return name + ", done soon without a connection";
  return {};
}

inline std::string dishonest(const sync::Status& status) {
  using sync::State;
  State worst = status.connected ? State::ok : State::off;
  for (const auto& scope : status.scopes) {
    if (const auto wrong = dishonest(scope, status.connected); !wrong.empty()) return wrong;
    worst = std::max(worst, scope.state);
  }
  if (status.state < worst) return "the whole looks better than its worst part";
  if (status.state > worst && status.state != State::sync) return "the whole looks worse than its worst part";
  if (!status.connected && status.offlineSinceMs == 0) return "offline since nowhen";
  if (!status.connected && status.nextTryMs > 0 && !status.why) return "waits for a next try without a cause";
  return {};
}

}  // namespace foyer::test
