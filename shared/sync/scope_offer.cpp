// SPDX-License-Identifier: GPL-3.0-or-later
// What a scope makes of a welcome: where server and device stand, and which of them went back in time (law
// 11).
#include <algorithm>
#include <limits>

#include "scope_sync.hpp"

namespace foyer::sync {

protocol::ScopeState ScopeSync::state() {
  auto& store = m_host.localStore();
  reload();
  m_acked = store.acknowledged(m_info.scope);
  m_saidCursor = m_info.cursor;
  protocol::ScopeState state;
  state.scope = m_info.scope;
  state.epoch = m_info.epoch;
  state.cursor = m_info.cursor;
  state.lastSeq = m_info.lastSeq;
  state.acked = m_acked;
  state.marks = store.marks(m_info.scope);
  if (!state.marks.empty() && state.marks.back().version == state.cursor) {
    state.hash = state.marks.back().hash;
    state.marks.pop_back();
  }
  return state;
}

/// False: this scope can't go on with the offer.
bool ScopeSync::meetNumbers(const protocol::ScopeOffer& offer) {
  auto& store = m_host.localStore();
  if (offer.lastSeq > m_info.lastSeq && (m_info.epoch > 0 || m_info.queued > 0)) {
    m_host.needIdentity();
    return false;
  }
  const bool gap = !m_pushOut && store.firstToSend(m_info.scope) > offer.lastSeq + 1;
  // Numbers say nothing of what was told under a former identity: a new epoch has to be looked through.
  const bool rewound = m_info.epoch != 0 && m_info.epoch != offer.epoch;
  if (offer.lastSeq >= m_acked && !gap && (!rewound || m_pushOut)) return true;
  const std::int64_t known = rewound ? offer.known.value_or(0) : std::numeric_limits<std::int64_t>::max();
  store.offerAgain(m_info.scope, offer.lastSeq, known);
  reload();
  return true;
}

/// False: what is under way belongs to the former epoch.
bool ScopeSync::meetEpoch(const protocol::ScopeOffer& offer) {
  const bool other = m_info.epoch != 0 && m_info.epoch != offer.epoch;
  const bool unknown = m_info.epoch != 0 && offer.known && *offer.known < m_saidCursor;
  if (!other && !unknown) return true;
  if (pulling() || m_following || m_pushOut) {
    m_host.startOver({Code::unreachable, {}, "The server came back from an older state."});
    return false;
  }
  auto& store = m_host.localStore();
  if (!unknown && offer.known) {
    store.followEpoch(m_info.scope, offer.epoch);
  } else {
    store.restartScope(m_info.scope, offer.epoch);
    m_verified = false;
    m_head = 0;
  }
  reload();
  return true;
}

void ScopeSync::offered(const protocol::ScopeOffer& offer) {
  auto& store = m_host.localStore();
  reload();
  if (!meetNumbers(offer) || !meetEpoch(offer)) return;
  store::ScopeInfo wanted = m_info;
  wanted.kind = offer.kind;
  wanted.role = offer.role;
  wanted.epoch = offer.epoch;
  wanted.confirmed = true;
  wanted.lastSeq =
      std::max(wanted.lastSeq, offer.lastSeq);  // left this scope once, or begins with an empty database
  if (!m_offered) m_head = 0;  // what a former connection said counts until this one says more
  if (offer.rows) m_rowsOffered = *offer.rows;
  // Kept for a status without a connection: how much a first sync brings, that something new is there.
  if (wanted.cursor == 0) wanted.rowsExpected = m_rowsOffered;
  wanted.head = offer.head;
  const bool differs = wanted.rowsExpected != m_info.rowsExpected ||
                       (wanted.head > wanted.cursor) != (m_info.head > m_info.cursor) ||
                       wanted.lastSeq != m_info.lastSeq || wanted.kind != m_info.kind ||
                       wanted.role != m_info.role || wanted.epoch != m_info.epoch ||
                       wanted.confirmed != m_info.confirmed;
  if (differs) {
    store.putScope(wanted);
    reload();
  }
  if (!m_offered) m_retryAt = 0;  // waits of a former connection are over: the server has just named us
  m_offered = true;
  sawHead(offer.head);
  if (!m_following && !pulling() && (m_host.live() || !m_verified || m_head > m_info.cursor))
    m_wantPull = true;
}

void ScopeSync::forgotten() {
  m_host.localStore().forgotten(m_info.scope);
  reload();
}

}  // namespace foyer::sync
