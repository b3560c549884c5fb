// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "cursor_notes.hpp"
#include "epochs.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server {
namespace {

using States = std::map<Uuid, const protocol::ScopeState*>;

/// Scopes of one hello that may be remembered as forgotten: bounds what a strange device can make us store.
constexpr std::size_t kMaxForgotten = 64;

States byScope(const protocol::Hello& hello) {
  States states;
  for (const protocol::ScopeState& state : hello.scopes) states[state.scope] = &state;
  return states;
}

const protocol::ScopeState* find(const States& states, const Uuid& scope) {
  const auto it = states.find(scope);
  return it == states.end() ? nullptr : it->second;
}

/// Running hashes at the devices' cursors, where it isn't the scope's present one.
std::map<Uuid, model::Digest> hashesAtCursors(ScopeStore& store, const States& states,
                                              const std::vector<ScopeMembership>& scopes) {
  std::vector<ScopePoint> points;
  for (const ScopeMembership& m : scopes) {
    const protocol::ScopeState* state = find(states, m.scope.scope);
    if (state && state->hash && state->cursor > 0 && state->cursor < m.scope.head) {
      points.push_back({m.scope.scope, state->cursor});
    }
  }
  std::map<Uuid, model::Digest> hashes;
  const auto found = store.chainAt(points);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (found[i]) hashes[points[i].scope] = *found[i];
  }
  return hashes;
}

}  // namespace

/// A device that has seen what this scope doesn't know: a new epoch, or, for those who only read, everything
/// again. Returns what its cursor counts as.
std::int64_t SyncService::meet(const Principal& who, const protocol::ScopeState& state, ScopeMembership& m) {
  if (m.role == "reader") return 0;
  bool opened = false;
  ScopeChange change;
  change.scope = m.scope.scope;
  m_store.withScope(m.scope.scope, {.account = {}, .device = who.device, .records = {}}, [&](ScopeTx& tx) {
    opened = reconcile(state, who.device, tx, m_clock.wallMs());
    m.scope = tx.row();
    m.lastSeq = tx.device(who.device).lastSeq;
    change.head = tx.row().head;
  });
  if (opened) {
    committed(change);
    if (m_epochOpened) m_epochOpened(m.scope, who);
  }
  return std::min(countedVersion(state.cursor, m_store.epochs(m.scope.scope)), m.scope.head);
}

/// Scopes that the device has had from a server, and that nobody here has ever heard of. Whoever makes one
/// again numbers above what its devices know.
std::vector<Uuid> SyncService::forgotten(const Principal& who, const States& states,
                                         const std::vector<ScopeMembership>& scopes) {
  std::vector<Uuid> all;
  if (who.kiosk) return all;
  std::set<Uuid> offered;
  for (const ScopeMembership& m : scopes) offered.insert(m.scope.scope);
  for (const auto& [scope, state] : states) {
    if (state->epoch == 0 || offered.contains(scope) || m_store.scope(scope)) continue;
    m_store.withScope(scope, {}, [state = state, this](ScopeTx& tx) {
      if (tx.born() || tx.row().epoch > state->epoch) return;
      tx.openEpoch({.epoch = state->epoch + 1,
                    .first = firstVersionOf(m_clock.wallMs(), std::max(tx.row().head, state->cursor)),
                    .restoredHead = 0,
                    .beganMs = m_clock.wallMs()});
    });
    all.push_back(scope);
    if (all.size() >= kMaxForgotten) break;
  }
  return all;
}

Result<protocol::Welcome> SyncService::hello(const Principal& who, const protocol::Hello& hello) {
  if (hello.protocol < 1) return Error{Code::unsupported, "protocol", "This protocol version is not spoken."};
  if (hello.device != who.device) {
    return Error{Code::forbidden, "device", "The access token belongs to another device."};
  }
  protocol::Welcome welcome;
  welcome.protocol = std::min(hello.protocol, protocol::kVersion);
  welcome.schema = std::min<int>(hello.schema, schema::kSchemaLevel);
  welcome.account = who.account;
  welcome.wallMs = m_clock.wallMs();
  welcome.maxPushMutations = m_limits.maxPushMutations;
  welcome.maxFrameBytes = m_limits.maxFrameBytes;
  std::vector<ScopeMembership> scopes = m_store.scopesOf(who.account, who.device);
  if (who.kiosk) std::erase_if(scopes, [](const auto& m) { return m.scope.kind != schema::Scope::gate; });
  const States states = byScope(hello);
  const std::map<Uuid, model::Digest> hashes = hashesAtCursors(m_store, states, scopes);
  for (ScopeMembership& m : scopes) {
    std::optional<std::int64_t> known;
    if (const protocol::ScopeState* state = find(states, m.scope.scope); state && state->epoch > 0) {
      const auto hash = hashes.find(m.scope.scope);
      known = state->cursor;
      if (!fits(*state, m, hash == hashes.end() ? std::nullopt : std::optional(hash->second))) {
        known = meet(who, *state, m);
      } else if (state->epoch < m.scope.epoch) {
        known = countedVersion(state->cursor, m_store.epochs(m.scope.scope));
      }
    }
    if (known && *known > 0 && m.scope.kind != schema::Scope::catalog) {
      m_cursors->sent(m.scope.scope, who, *known);
    }
    welcome.scopes.push_back({.scope = m.scope.scope,
                              .kind = *m.scope.kind,
                              .role = m.role,
                              .epoch = m.scope.epoch,
                              .head = m.scope.head,
                              .lastSeq = m.lastSeq,
                              .known = known,
                              .rows = m.records});
  }
  welcome.forgotten = forgotten(who, states, scopes);
  return welcome;
}

}  // namespace foyer::server
