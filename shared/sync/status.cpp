// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/status.hpp"

#include <algorithm>
#include <tuple>

namespace foyer::sync {
namespace {

auto tied(const std::optional<Error>& e) {
  return e ? std::tuple(true, e->code, e->field, e->message)
           : std::tuple(false, Code{}, std::string(), std::string());
}

}  // namespace

std::string_view name(State state) {
  switch (state) {
    case State::ok:
      return "ok";
    case State::sync:
      return "sync";
    case State::wait:
      return "wait";
    case State::off:
      return "off";
    case State::fork:
      return "fork";
    case State::held:
      return "held";
  }
  return "off";
}

bool ScopeStatus::operator==(const ScopeStatus& o) const {
  const auto all = [](const ScopeStatus& s) {
    return std::tie(s.scope, s.kind, s.state, s.confirmed, s.queued, s.held, s.forks, s.cursor, s.head,
                    s.rowsLoaded, s.rowsExpected, s.secondsLeft, s.verifiedMs, s.verifiedVersion,
                    s.nextTryMs);
  };
  return all(*this) == all(o) && tied(why) == tied(o.why);
}

bool Status::operator==(const Status& o) const {
  const auto all = [](const Status& s) {
    return std::tie(s.state, s.connected, s.stopped, s.greeted, s.offlineSinceMs, s.nextTryMs, s.queued,
                    s.held, s.scopes);
  };
  return all(*this) == all(o) && tied(why) == tied(o.why);
}

const ScopeStatus* Status::find(const Uuid& scope) const {
  const auto at = std::lower_bound(scopes.begin(), scopes.end(), scope,
                                   [](const ScopeStatus& s, const Uuid& id) { return s.scope < id; });
  return at != scopes.end() && at->scope == scope ? &*at : nullptr;
}

}  // namespace foyer::sync
