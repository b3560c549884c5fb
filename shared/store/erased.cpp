// SPDX-License-Identifier: GPL-3.0-or-later
#include "erased.hpp"

#include <string>
#include <utility>
#include <vector>

namespace foyer::store {

namespace {

/// Giving pages back copies the whole file.
constexpr std::int64_t kSweepEveryMs = 24LL * 3'600'000;

std::int64_t numberSetting(Database& d, const char* key) {
  Statement s(d.db, "SELECT CAST(value AS INTEGER) FROM local_settings WHERE key = ?");
  return s.with(std::string_view(key)).step() ? s.integer(0) : 0;
}

}  // namespace

void forgetErased(Database& d) {
  const std::vector<RecordKey> keys = std::exchange(d.erased, {});
  if (keys.empty()) return;
  d.db.exec(
      "CREATE TEMP TABLE IF NOT EXISTS erased (scope BLOB, collection INTEGER, record BLOB, "
      "PRIMARY KEY (scope, collection, record)) WITHOUT ROWID");
  Statement name(d.db, "INSERT OR IGNORE INTO temp.erased (scope, collection, record) VALUES (?, ?, ?)");
  for (const RecordKey& key : keys) name.with(key.scope, key.collection, key.id).run();
  // One look at what is done, however many records went.
  d.db.exec(
      "DELETE FROM local_outbox WHERE scope IN (SELECT scope FROM temp.erased) AND stage >= 4 "
      "AND (scope, collection, record) IN (SELECT scope, collection, record FROM temp.erased)");
  const std::string gone =
      "IN (SELECT r.number FROM temp.erased e CROSS JOIN local_search_rows r "
      "ON r.collection = e.collection AND r.scope = e.scope AND r.id = e.record)";
  d.db.exec("DELETE FROM local_search WHERE rowid " + gone);
  d.db.exec("DELETE FROM local_search_rows WHERE number " + gone);
  d.db.exec("DELETE FROM temp.erased");
  putSetting(d, "erased", "1");
}

void sweepErased(Database& d) {
  d.transact([&] {
    if (numberSetting(d, "erased") == 0) return;
    const std::int64_t now = d.nowMs();
    const std::int64_t last = numberSetting(d, "swept_at");
    if (last != 0 && now >= last && now - last < kSweepEveryMs) return;
    d.db.exec("INSERT INTO local_search (local_search) VALUES ('rebuild')");
    putSetting(d, "erased", "0");
    putSetting(d, "swept_at", std::to_string(now));
    putSetting(d, "shrink", "1");
  });
}

}  // namespace foyer::store
