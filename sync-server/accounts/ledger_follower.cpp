// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/ledger_follower.hpp"

#include <algorithm>

#include "server/accounts/ledger_replay.hpp"
#include "server/db/server_marks.hpp"

namespace foyer::server {

int LedgerFollower::replay() {
  const std::lock_guard lock(m_mutex);
  return replayNow();
}

int LedgerFollower::replayNow() {
  int done = 0;
  std::int64_t mark = serverMark(m_pool, kLedgerMark);
  // Until there are no new ones: what was replayed must not stand where a later entry says otherwise.
  for (auto entries = m_ledger.since(mark); !entries.empty(); entries = m_ledger.since(mark)) {
    done += replayLedger(entries, m_commands, m_erase);
    mark = entries.back().number;
  }
  raiseServerMark(m_pool, kLedgerMark, mark);
  m_told = m_seen = mark;
  m_beat = serverMark(m_pool, kLedgerBeat) + 1;
  raiseServerMark(m_pool, kLedgerBeat, m_beat);
  return done;
}

int LedgerFollower::tell() {
  const std::lock_guard lock(m_mutex);
  const std::int64_t seen = std::max(m_seen, m_told);
  const auto beat = turnLedgerMark(m_pool, {.beat = m_beat, .told = m_told, .seen = seen});
  if (!beat) return replayNow();
  m_beat = *beat;
  m_told = seen;
  m_seen = m_ledger.last();
  return 0;
}

}  // namespace foyer::server
