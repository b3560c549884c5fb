// SPDX-License-Identifier: GPL-3.0-or-later
// What a scope does when its digest differs from the server's.
#include "scope_sync.hpp"
#include "sync/tuning.hpp"

namespace foyer::sync {

/// First only what differs is put right; reading everything again is the last resort.
void ScopeSync::differs() {
  m_verified = false;
  ++m_repairs;
  if (m_repairs <= tuning::kRepairs) {
    m_wantPull = false;
    m_requestAt = m_host.now();
    m_repair.begin(m_host.localStore(), m_info.scope, [this](const auto& m) { m_host.send(m); });
    return;
  }
  if (m_repairs == tuning::kRepairs + 1) return reread(m_info.epoch);
  m_repairs = 0;
  failed({Code::damaged, {}, "What is stored here differs from the server, even after reading it again."});
}

template <class Answer>
void ScopeSync::repairWith(const Answer& answer) {
  if (!m_repair.running()) return;
  m_repair.take(answer, m_host.localStore(), [this](const auto& m) { m_host.send(m); });
  m_requestAt = m_host.now();
  m_host.progressed();
  if (m_repair.running()) return;
  reload();
  m_wantPull = m_offered;
}

void ScopeSync::onSums(const protocol::Sums& sums) {
  if (sums.epoch == m_info.epoch) return repairWith(sums);
  stopRepair();
}

void ScopeSync::onMarks(const protocol::Marks& marks) {
  if (marks.epoch == m_info.epoch) return repairWith(marks);
  stopRepair();
}

void ScopeSync::onPart(const protocol::Page& page) {
  if (page.header.epoch == m_info.epoch) return repairWith(page);
  stopRepair();
}

/// The server is in another epoch by now: the next page says so.
void ScopeSync::stopRepair() {
  if (!m_repair.running()) return;
  m_repair.stop();
  m_wantPull = m_offered;
}

void ScopeSync::recheck() {
  reload();
  m_verified = m_following = false;
  if (m_offered && !pulling()) m_wantPull = true;
}

}  // namespace foyer::sync
