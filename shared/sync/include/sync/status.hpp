// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/uuid.hpp"
#include "schema/types.hpp"

namespace foyer::sync {

/// From best to worst; the worst one is shown.
enum class State : std::uint8_t {
  ok,    ///< the digest matched and the queue is empty
  sync,  ///< working on it right now
  wait,  ///< connected, but something has to wait: `why` and `nextTryMs` say for what and until when
  off,   ///< not connected
  fork,  ///< somebody has to choose between two versions
  held,  ///< something needs this person's attention
};
std::string_view name(State state);

struct ScopeStatus {
  Uuid scope;
  schema::Scope kind = schema::Scope::person;
  State state = State::off;
  bool confirmed = false;            ///< the server knows this scope
  std::int64_t queued = 0;           ///< changes the server hasn't answered yet
  std::int64_t held = 0;             ///< changes it did not accept
  std::int64_t forks = 0;            ///< open conflicts
  std::int64_t cursor = 0;           ///< version up to which everything is here
  std::int64_t head = 0;             ///< newest version known of; 0 with `confirmed`: never heard of one
  std::int64_t rowsLoaded = 0;       ///< rows received in the pass that isn't finished, else in the last one
  std::int64_t rowsExpected = 0;     ///< of a first sync that isn't finished, about; 0 = not known
  std::int64_t secondsLeft = 0;      ///< for those not yet here, at the pace so far; 0 = not known or none
  std::int64_t verifiedMs = 0;       ///< wall time of the last digest match; 0 = never
  std::int64_t verifiedVersion = 0;  ///< version at which it matched
  std::optional<Error> why;
  std::int64_t nextTryMs = 0;  ///< wall time of the next attempt; 0 = none planned

  bool operator==(const ScopeStatus&) const;
};

/// What a person may know about sync, as data. A value: copy it to any thread.
struct Status {
  State state = State::off;
  bool connected = false;  ///< greeted and not given up by the watchdog
  bool stopped = true;     ///< nobody wants to be connected
  bool greeted = false;    ///< the connection that ended last had been greeted: it was there and went silent
  std::optional<Error> why;
  std::int64_t offlineSinceMs = 0;  ///< wall time; 0 while connected
  std::int64_t nextTryMs = 0;       ///< wall time of the next attempt to connect; 0 = none planned
  std::int64_t queued = 0;
  std::int64_t held = 0;
  std::vector<ScopeStatus> scopes;  ///< ordered by scope id

  const ScopeStatus* find(const Uuid& scope) const;
  bool operator==(const Status&) const;
};

/// Told after each input that changed something, on the engine's thread. Must not call the engine back.
class StatusSink {
 public:
  virtual ~StatusSink() = default;
  virtual void statusChanged(const Status& status) = 0;
};

}  // namespace foyer::sync
