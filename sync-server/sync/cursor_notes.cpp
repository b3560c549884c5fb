// SPDX-License-Identifier: GPL-3.0-or-later
#include "cursor_notes.hpp"

namespace foyer::server {
namespace {

/// A device that syncs every few seconds is written down this often; content in the trash waits for weeks.
constexpr std::int64_t kEveryMs = 3'600'000;
/// Bounds memory; what is forgotten costs one more write.
constexpr std::size_t kMost = 100'000;

}  // namespace

void CursorNotes::note(const Uuid& scope, const Principal& who, std::int64_t cursor, std::int64_t nowMs) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_notes.size() >= kMost) m_notes.clear();
    const auto [at, fresh] = m_notes.try_emplace({scope, who.device});
    const bool soon = nowMs >= at->second.atMs && nowMs - at->second.atMs < kEveryMs;
    if (!fresh && soon) return;
    at->second = {cursor, nowMs};
  }
  m_store.noteCursor(scope,
                     {.device = who.device, .account = who.account, .cursor = cursor, .seenMs = nowMs});
}

void CursorNotes::sent(const Uuid& scope, const Principal& who, std::int64_t version) {
  const std::lock_guard lock(m_mutex);
  if (m_sent.size() >= kMost && !m_sent.contains({scope, who.device})) return;
  m_sent[{scope, who.device}] = {scope, who.device, who.account, version};
}

void CursorNotes::flush(std::int64_t nowMs) {
  std::vector<DeviceSent> all;
  {
    const std::lock_guard lock(m_mutex);
    all.reserve(m_sent.size());
    for (const auto& [key, one] : m_sent) all.push_back(one);
    m_sent.clear();
  }
  m_store.noteSent(all, nowMs);
}

}  // namespace foyer::server
