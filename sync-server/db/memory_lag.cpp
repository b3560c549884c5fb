// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "memory_data.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

std::int64_t openConflicts(const MemoryStore::ScopeData& data) {
  const schema::Collection& conflicts = schema::collection("conflicts");
  return std::count_if(data.records.begin(), data.records.end(), [&](const auto& entry) {
    const model::Record& row = entry.second.first.row;
    return entry.first.collection == &conflicts && row.state == model::State::live &&
           model::isNull(row.at("resolution"));
  });
}

}  // namespace

void MemoryStore::noteSent(std::span<const DeviceSent> sent, std::int64_t nowMs) {
  const std::lock_guard lock(m_mutex);
  for (const DeviceSent& one : sent) {
    const auto found = m_scopes.find(one.scope);
    if (found == m_scopes.end()) continue;
    ScopeData& data = *found->second;
    DeviceCursor& cursor = data.cursors[one.device];
    cursor.device = one.device;
    cursor.account = one.account;
    cursor.seenMs = std::max(cursor.seenMs, nowMs);
    data.sent[one.device] = one;
  }
}

Backlog MemoryStore::backlog(std::int64_t seenSinceMs, std::int64_t limit) {
  const std::lock_guard lock(m_mutex);
  Backlog out;
  for (const auto& [scope, data] : m_scopes) {
    out.openConflicts += openConflicts(*data);
    for (const auto& [device, cursor] : data->cursors) {
      if (cursor.seenMs < seenSinceMs || !data->members.contains(cursor.account)) continue;
      const auto sent = data->sent.find(device);
      const std::int64_t at = std::max(cursor.cursor, sent == data->sent.end() ? 0 : sent->second.version);
      if (at < data->row.head) out.lags.push_back({scope, device, data->row.head - at});
    }
  }
  std::ranges::sort(out.lags, std::ranges::greater(), &Backlog::Lag::versions);
  if (static_cast<std::int64_t>(out.lags.size()) > limit) out.lags.resize(static_cast<std::size_t>(limit));
  return out;
}

}  // namespace foyer::server
