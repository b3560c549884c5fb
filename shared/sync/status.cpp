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
  return std::tie(scope, kind, state, confirmed, queued, held, forks, cursor, head, rowsLoaded, verifiedMs,
                  verifiedVersion, nextTryMs) == std::tie(o.scope, o.kind, o.state, o.confirmed, o.queued,
                                                          o.held, o.forks, o.cursor, o.head, o.rowsLoaded,
                                                          o.verifiedMs, o.verifiedVersion, o.nextTryMs) &&
         tied(why) == tied(o.why);
}

bool Status::operator==(const Status& o) const {
  return std::tie(state, connected, stopped, offlineSinceMs, nextTryMs, queued, held, scopes) ==
             std::tie(o.state, o.connected, o.stopped, o.offlineSinceMs, o.nextTryMs, o.queued, o.held,
                      o.scopes) &&
         tied(why) == tied(o.why);
}

const ScopeStatus* Status::find(const Uuid& scope) const {
  const auto at = std::lower_bound(scopes.begin(), scopes.end(), scope,
                                   [](const ScopeStatus& s, const Uuid& id) { return s.scope < id; });
  return at != scopes.end() && at->scope == scope ? &*at : nullptr;
}

}  // namespace foyer::sync
