// SPDX-License-Identifier: GPL-3.0-or-later
#include "salvage.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "outbox.hpp"
#include "protocol/codec.hpp"

namespace foyer::store {

namespace {

void ignoringDamage(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure&) {
  }
}

/// One stored mutation as found, before anything is trusted.
struct Found {
  std::int64_t localId = 0;
  std::int64_t stage = 0;
  Uuid scope;
  std::uint64_t seq = 0;
  std::int64_t collection = 0;
  Uuid record;
  std::int64_t stamp = 0;
  std::int64_t base = 0;
  std::string json;
  std::string reasonCode, reasonField, reasonMessage;
  std::int64_t changed = 0;
};

Found read(const Statement& row) {
  Found f;
  f.localId = row.integer(0);
  f.stage = row.integer(1);
  f.scope = row.uuid(2);
  f.seq = static_cast<std::uint64_t>(row.integer(3));
  f.collection = row.integer(4);
  f.record = row.uuid(5);
  f.stamp = row.integer(6);
  f.base = row.integer(7);
  f.json = row.text(8);
  f.reasonCode = row.text(9);
  f.reasonField = row.text(10);
  f.reasonMessage = row.text(11);
  f.changed = row.integer(12);
  return f;
}

bool usable(const Found& f) {
  if (f.scope.isNil() || f.record.isNil() || f.stage < 0 || f.stage > 3) return false;
  return protocol::decodeMutation(f.json).ok();
}

/// Reads the outbox forwards and backwards until a bad page stops it, then row by row across the gap.
std::map<std::int64_t, Found> readOutbox(Db& old) {
  constexpr std::string_view kSelect =
      "SELECT local_id, stage, scope, seq, collection, record, stamp, base, json, reason_code, reason_field, "
      "reason_message, changed FROM local_outbox ";
  constexpr std::int64_t kLargestGap = 100'000;
  std::map<std::int64_t, Found> found;
  const auto take = [&](const Statement& s) {
    Found f = read(s);
    if (usable(f)) found.emplace(f.localId, std::move(f));
  };
  std::int64_t upTo = 0;
  std::int64_t downTo = 0;
  ignoringDamage(
      [&] { downTo = old.number("SELECT seq FROM sqlite_sequence WHERE name = 'local_outbox'") + 1; });
  for (const char* order : {"ASC", "DESC"}) {
    ignoringDamage([&] {
      Statement s(old, std::string(kSelect) + "ORDER BY local_id " + order);
      while (s.step()) {
        (order[0] == 'A' ? upTo : downTo) = s.integer(0);
        take(s);
      }
    });
  }
  for (std::int64_t id = upTo + 1; id < downTo && id - upTo < kLargestGap; ++id) {
    ignoringDamage([&] {
      Statement s(old, std::string(kSelect) + "WHERE local_id = ?");
      if (s.with(id).step()) take(s);
    });
  }
  return found;
}

/// Numbers stay only where none is missing between them: the server would wait for the missing one for ever.
void renumberGaps(std::map<std::int64_t, Found>& found, Db& fresh) {
  std::map<Uuid, std::set<std::uint64_t>> numbers;
  for (const auto& [id, f] : found) {
    if (f.stage == 1) numbers[f.scope].insert(f.seq);
  }
  std::map<Uuid, std::uint64_t> last;
  Statement s(fresh, "SELECT scope, last_seq FROM local_scopes");
  while (s.step()) last[s.uuid(0)] = static_cast<std::uint64_t>(s.integer(1));
  std::set<Uuid> broken;
  for (const auto& [scope, seqs] : numbers) {
    const bool complete = last.contains(scope) && *seqs.rbegin() == last[scope] &&
                          *seqs.rbegin() - *seqs.begin() + 1 == seqs.size();
    if (!complete) broken.insert(scope);
  }
  for (auto& [id, f] : found) {
    if (f.stage != 1 || !broken.contains(f.scope)) continue;
    f.stage = 0;
    f.seq = 0;
  }
  for (const Uuid& scope : broken) {
    Statement(fresh, "UPDATE local_scopes SET last_seq = 0 WHERE scope = ?").with(scope).run();
  }
}

void copySettings(Db& old, Db& fresh) {
  Statement s(old, "SELECT key, value FROM local_settings WHERE key <> 'list'");
  while (s.step()) {
    Statement(fresh, "INSERT OR REPLACE INTO local_settings (key, value) VALUES (?, ?)")
        .with(s.text(0), s.text(1))
        .run();
  }
}

/// Scopes start from nothing, but keep their numbers and what made them.
void copyScopes(Db& old, Db& fresh) {
  Statement s(old, "SELECT scope, kind, role, last_seq, confirmed FROM local_scopes");
  while (s.step()) {
    const Uuid scope = s.uuid(0);
    Statement(fresh,
              "INSERT OR REPLACE INTO local_scopes (scope, kind, role, epoch, cursor, since, target, "
              "next_collection, "
              "next_version, next_id, verified, digest, last_seq, confirmed, restarting) "
              "VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0, zeroblob(16), 0, zeroblob(16), ?, ?, 0)")
        .with(scope, s.integer(1), s.text(2), s.integer(3), s.integer(4))
        .run();
  }
}

/// A scope that only this device knows is made again by what makes it.
void remakeScope(Db& fresh, const Found& f) {
  const auto mutation = protocol::decodeMutation(f.json);
  if (!mutation || mutation->op != model::Op::create || !mutation->collection->head) return;
  Statement(
      fresh,
      "INSERT OR IGNORE INTO local_scopes (scope, kind, role, epoch, cursor, since, target, next_collection, "
      "next_version, next_id, verified, digest, last_seq, confirmed, restarting) "
      "VALUES (?, ?, 'owner', 0, 0, 0, 0, 0, 0, zeroblob(16), 0, zeroblob(16), 0, 0, 0)")
      .with(f.scope, std::int64_t{mutation->collection->scopes})
      .run();
}

void write(Db& fresh, const Found& f) {
  remakeScope(fresh, f);
  Statement s(fresh,
              "INSERT INTO local_outbox (local_id, stage, scope, seq, collection, record, stamp, base, json, "
              "version, "
              "reason_code, reason_field, reason_message, changed) "
              "VALUES (?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, 0, nullif(?, ''), ?, ?, ?)");
  s.with(f.localId, f.stage, f.scope, static_cast<std::int64_t>(f.seq), f.collection, f.record, f.stamp,
         f.base, std::string_view(f.json), std::string_view(f.reasonCode), std::string_view(f.reasonField),
         std::string_view(f.reasonMessage), f.changed);
  s.run();
  Statement(fresh, "INSERT OR IGNORE INTO local_truth (scope, collection, id, row) VALUES (?, ?, ?, NULL)")
      .with(f.scope, f.collection, f.record)
      .run();
}

}  // namespace

std::int64_t salvage(const std::filesystem::path& damaged, Db& fresh) {
  std::int64_t saved = 0;
  ignoringDamage([&] {
    Db old(damaged, Db::Mode::readWrite);  // its log has to be taken in
    Transaction transaction(fresh);
    ignoringDamage([&] { copySettings(old, fresh); });
    ignoringDamage([&] { copyScopes(old, fresh); });
    std::map<std::int64_t, Found> found = readOutbox(old);
    std::erase_if(found, [](const auto& entry) { return entry.second.stage == 2; });
    renumberGaps(found, fresh);
    for (const auto& [id, f] : found) write(fresh, f);
    transaction.commit();
    saved = static_cast<std::int64_t>(found.size());
  });
  return saved;
}

}  // namespace foyer::store
