// SPDX-License-Identifier: GPL-3.0-or-later
#include "salvage.hpp"

#include <set>

#include "finds.hpp"
#include "outbox.hpp"
#include "protocol/codec.hpp"

namespace foyer::store {

namespace {

constexpr auto kQueued = static_cast<std::int64_t>(Stage::queued);
constexpr auto kSent = static_cast<std::int64_t>(Stage::sent);

/// Numbers stay only where none is missing between them: the server would wait for the missing one for ever.
void renumberGaps(Finds& finds) {
  std::map<Uuid, std::set<std::uint64_t>> numbers;
  for (const auto& [id, f] : finds.outbox) {
    if (f.stage == kSent) numbers[f.scope].insert(f.seq);
  }
  for (const auto& [scope, seqs] : numbers) {
    const auto known = finds.scopes.find(scope);
    const std::uint64_t last = *seqs.rbegin();
    const bool complete = known != finds.scopes.end() &&
                          static_cast<std::uint64_t>(known->second.lastSeq) == last &&
                          last - *seqs.begin() + 1 == seqs.size();
    if (complete) continue;
    for (auto& [id, f] : finds.outbox) {
      if (f.scope != scope || f.stage != kSent) continue;
      f.stage = kQueued;
      f.seq = 0;
    }
    if (known != finds.scopes.end())
      known->second.lastSeq = 0;  // the server says at hello how far it has come
  }
}

void writeSettings(Db& fresh, const Finds& finds) {
  for (const auto& [key, value] : finds.settings) {
    if (key == "list" || key == "shrink") continue;
    Statement(fresh, "INSERT OR REPLACE INTO local_settings (key, value) VALUES (?, ?)")
        .with(std::string_view(key), std::string_view(value))
        .run();
  }
}

/// Scopes start from nothing, but keep their numbers and what made them.
void writeScope(Db& fresh, const Uuid& scope, const FoundScope& found) {
  Statement(
      fresh,
      "INSERT OR IGNORE INTO local_scopes (scope, kind, role, epoch, cursor, since, target, next_collection, "
      "next_version, next_id, verified, digest, last_seq, confirmed, restarting) "
      "VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0, zeroblob(16), 0, zeroblob(16), ?, ?, 0)")
      .with(scope, found.kind, std::string_view(found.role), found.lastSeq, found.confirmed)
      .run();
}

/// A scope that only this device knows is made again by what makes it.
void writeScopeOf(Db& fresh, const FoundMutation& f) {
  const auto mutation = protocol::decodeMutation(f.json);
  if (!mutation || mutation->op != model::Op::create || !mutation->collection->head) return;
  writeScope(fresh, f.scope, {std::int64_t{mutation->collection->scopes}, "owner", 0, 0});
}

void writeMutation(Db& fresh, const FoundMutation& f) {
  writeScopeOf(fresh, f);
  Statement(fresh,
            "INSERT INTO local_outbox (local_id, stage, scope, seq, collection, record, stamp, base, json, "
            "version, "
            "reason_code, reason_field, reason_message, changed) "
            "VALUES (?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, 0, nullif(?, ''), ?, ?, ?)")
      .with(f.localId, f.stage, f.scope, static_cast<std::int64_t>(f.seq), f.collection, f.record, f.stamp,
            f.base, std::string_view(f.json), std::string_view(f.reasonCode), std::string_view(f.reasonField),
            std::string_view(f.reasonMessage), f.changed)
      .run();
  Statement(fresh, "INSERT OR IGNORE INTO local_truth (scope, collection, id, row) VALUES (?, ?, ?, NULL)")
      .with(f.scope, f.collection, f.record)
      .run();
}

}  // namespace

std::int64_t salvage(const std::filesystem::path& damaged, Db& fresh) {
  Finds finds = searchDamaged(damaged);
  std::erase_if(finds.outbox, [](const auto& entry) {
    const auto stage = static_cast<Stage>(entry.second.stage);
    return stage == Stage::acked || stage == Stage::done;
  });
  renumberGaps(finds);
  Transaction transaction(fresh);
  writeSettings(fresh, finds);
  for (const auto& [scope, found] : finds.scopes) writeScope(fresh, scope, found);
  for (const auto& [id, f] : finds.outbox) writeMutation(fresh, f);
  for (const auto& [id, json] : finds.borrowed)
    if (finds.outbox.contains(id))
      Statement(fresh, "INSERT INTO local_borrowed (local_id, json) VALUES (?, ?)")
          .with(id, std::string_view(json))
          .run();
  transaction.commit();
  return static_cast<std::int64_t>(finds.outbox.size());
}

}  // namespace foyer::store
