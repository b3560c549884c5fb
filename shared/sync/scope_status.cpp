// SPDX-License-Identifier: GPL-3.0-or-later
// What a scope says about itself.
#include <algorithm>

#include "scope_sync.hpp"

namespace foyer::sync {

bool ScopeSync::settled() const {
  if (outstanding() || m_retryAt != 0 || m_wantPull) return false;
  if (m_info.queued > 0) return false;
  return !m_offered || (m_verified && m_head <= m_info.cursor);
}

void ScopeSync::setProgress(ScopeStatus& s) const {
  const bool unfinished = m_info.resume != protocol::PageToken{};
  s.head = std::max({m_head, m_info.cursor, m_info.resume.target});
  s.rowsLoaded = pulling() && !unfinished ? 0 : m_info.rowsTaken;
  if (m_info.cursor > 0 || m_info.resume.fill > 0 || m_rowsOffered == 0) return;
  s.rowsExpected = std::max(m_rowsOffered, s.rowsLoaded);
  if (pulling()) s.secondsLeft = m_pace.secondsFor(s.rowsExpected - s.rowsLoaded);
}

ScopeStatus ScopeSync::status(bool connected) const {
  ScopeStatus s;
  s.scope = m_info.scope;
  s.kind = m_info.kind;
  s.confirmed = m_info.confirmed;
  s.queued = m_info.queued;
  s.held = m_info.held;
  s.forks = m_forks;
  s.cursor = m_info.cursor;
  setProgress(s);
  s.verifiedMs = m_info.verifiedMs;
  s.verifiedVersion = std::min(m_info.verifiedVersion, m_info.cursor);
  s.why = m_why;
  s.nextTryMs = m_retryAt == 0 ? 0 : m_retryWall;
  if (s.held > 0) {
    s.state = State::held;
  } else if (s.forks > 0) {
    s.state = State::fork;
  } else if (!connected) {
    s.state = State::off;
  } else if (m_retryAt != 0) {
    s.state = State::wait;
  } else if (!settled() || (m_info.confirmed && !m_offered)) {
    s.state = State::sync;  // what was just made waits for the hello that is on its way
  } else {
    s.state = m_offered ? State::ok : State::wait;  // not known to the server: nothing was verified
  }
  return s;
}

}  // namespace foyer::sync
