// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks.hpp"

namespace foyer::store {
namespace {

constexpr std::int64_t kYoungestMs = 60'000;
constexpr std::int64_t kOldestMs = 40LL * 24 * 3600 * 1000;
constexpr std::int64_t kFactor = 4;

void thin(Database& d, const Uuid& scope) {
  std::vector<std::int64_t> drop;
  {
    Statement s(d.db, "SELECT version, at FROM local_marks WHERE scope = ? ORDER BY version DESC");
    s.with(scope);
    if (!s.step()) return;
    // The bucket of an age: one mark stays in each, the oldest.
    const auto bucket = [now = d.nowMs()](std::int64_t at) {
      int number = 0;
      for (std::int64_t age = now - at; age >= kYoungestMs; age /= kFactor) ++number;
      return number;
    };
    int last = -1;
    std::int64_t previous = 0;
    while (s.step()) {
      const std::int64_t version = s.integer(0);
      const bool old = d.nowMs() - s.integer(1) > kOldestMs;
      const int mine = bucket(s.integer(1));
      if (old) {
        drop.push_back(version);
      } else {
        if (mine == last) drop.push_back(previous);
        previous = version;
        last = mine;
      }
    }
  }
  for (const std::int64_t version : drop) {
    Statement(d.db, "DELETE FROM local_marks WHERE scope = ? AND version = ?").with(scope, version).run();
  }
}

}  // namespace

void addMark(Database& d, const Uuid& scope, const protocol::ChainMark& mark) {
  const auto raw = mark.hash.bytes();
  Statement(d.db, "INSERT OR REPLACE INTO local_marks (scope, version, hash, at) VALUES (?, ?, ?, ?)")
      .with(scope, mark.version, std::span<const std::uint8_t>(raw), d.nowMs())
      .run();
  thin(d, scope);
}

std::vector<protocol::ChainMark> Store::marks(const Uuid& scope) {
  std::vector<protocol::ChainMark> all;
  Statement s(m_db->db, "SELECT version, hash FROM local_marks WHERE scope = ? ORDER BY version");
  s.with(scope);
  while (s.step()) {
    const auto raw = s.bytes(1);
    if (raw.size() == 16) all.push_back({s.integer(0), model::Digest::fromBytes(raw.first<16>())});
  }
  return all;
}

}  // namespace foyer::store
