// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <optional>
#include <vector>

#include "sync/status.hpp"

namespace foyer::test {

using sync::State;

inline constexpr std::int64_t kEvening = 1'750'096'320'000;

inline sync::Status claim(State state, std::optional<Error> why = {}) {
  sync::Status status;
  status.state = state;
  status.stopped = false;
  status.connected = state != State::off;
  status.why = state == State::off ? why : std::nullopt;
  status.offlineSinceMs = status.connected ? 0 : kEvening;
  status.greeted = !status.connected;
  status.nextTryMs = status.connected ? 0 : QDateTime::currentMSecsSinceEpoch() + 25'000;
  sync::ScopeStatus mine;
  mine.scope = Uuid::v7(1);
  mine.state = state;
  mine.confirmed = true;
  mine.cursor = mine.verifiedVersion = 1204;
  mine.head = state == State::sync ? 1260 : 1204;
  mine.rowsLoaded = state == State::sync ? 12'400 : 0;
  mine.rowsExpected = state == State::sync ? 49'600 : 0;
  mine.secondsLeft = state == State::sync ? 8 : 0;
  mine.verifiedMs = kEvening;
  mine.queued = state == State::ok ? 0 : 3;
  mine.held = state == State::held ? 1 : 0;
  mine.forks = state == State::fork ? 1 : 0;
  if (state == State::wait) {
    mine.why = why;
    mine.nextTryMs = QDateTime::currentMSecsSinceEpoch() + 8'000;
  }
  status.queued = mine.queued;
  status.held = mine.held;
  sync::ScopeStatus catalogue = mine;
  catalogue.scope = Uuid::v7(2);
  catalogue.kind = schema::Scope::catalog;
  catalogue.state = status.connected ? State::ok : State::off;
  catalogue.queued = catalogue.held = catalogue.forks = catalogue.rowsLoaded = 0;
  catalogue.rowsExpected = catalogue.secondsLeft = 0;
  status.scopes = {mine, catalogue};
  return status;
}

inline const Error kUnreachable{Code::unreachable, {}, "No route to host."};
inline const Error kTimeout{Code::timeout, {}, "The server does not answer."};
inline const Error kBusy{Code::busy, {}, "Too much to do."};

/// What the app claims of itself, by the name of its state.
struct Case {
  const char* name;
  sync::Status status;
};
inline std::vector<Case> everyState() {
  return {{"ok", claim(State::ok)},
          {"sync", claim(State::sync)},
          {"wait", claim(State::wait, kBusy)},
          {"off", claim(State::off, kUnreachable)},
          {"stalled", claim(State::off, kTimeout)},
          {"fork", claim(State::fork)},
          {"held", claim(State::held)}};
}

}  // namespace foyer::test
