// SPDX-License-Identifier: GPL-3.0-or-later
#include "copy.hpp"
#include "database.hpp"
#include "merge/merge.hpp"
#include "row_blob.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

bool sameRow(const std::optional<model::Record>& a, const std::optional<model::Record>& b) {
  if (!a || !b) return !a && !b;
  return a->version == b->version && a->state == b->state && a->createdMs == b->createdMs &&
         a->updatedMs == b->updatedMs && a->fields == b->fields;
}

std::optional<model::Digest> hashOf(const std::optional<model::Record>& truth) {
  if (!truth) return std::nullopt;
  return model::rowHash(*truth);
}

}  // namespace

std::optional<model::Record> Database::truthOf(const RecordKey& key) {
  const schema::Collection& collection = table(key.collection).collection();
  {
    const Resetter resetter(truthGet);
    if (truthGet.with(key.scope, key.collection, key.id).step()) {
      if (truthGet.isNull(0)) return std::nullopt;
      return unpackRow(collection, key.scope, key.id, truthGet.bytes(0));
    }
  }
  auto stored = table(collection).stored(key.scope, key.id);
  if (!stored || !stored->hash) return std::nullopt;
  return std::move(stored->row);
}

std::optional<std::int64_t> Database::truthVersion(const RecordKey& key) {
  {
    const Resetter resetter(truthGet);
    if (truthGet.with(key.scope, key.collection, key.id).step()) {
      if (truthGet.isNull(0)) return std::nullopt;
      return packedVersion(truthGet.bytes(0));
    }
  }
  const auto head = table(key.collection).head(key.scope, key.id);
  if (!head || !head->hash) return std::nullopt;
  return head->version;
}

void Database::insertTruth(const RecordKey& key, const model::Record* row) {
  const Bytes packed = row ? packRow(*row) : Bytes();
  truthPut.bind(1, key.scope);
  truthPut.bind(2, std::int64_t{key.collection});
  truthPut.bind(3, key.id);
  if (row) {
    truthPut.bind(4, std::span<const std::uint8_t>(packed));
  } else {
    truthPut.bindNull(4);
  }
  truthPut.run();
}

void Database::beforePending(const RecordKey& key) {
  if (!outbox.hasPending(key)) beforePending(key, table(key.collection).read(key.scope, key.id));
}

void Database::beforePending(const RecordKey& key, const std::optional<model::Record>& shown) {
  // A row that the server has none of says so by itself: it has no hash.
  if (shown && !outbox.hasPending(key)) insertTruth(key, &*shown);
}

void Database::showAgain(const RecordKey& key) {
  showAgain(key, table(key.collection).read(key.scope, key.id));
}

void Database::showAgain(const RecordKey& key, const std::optional<model::Record>& before) {
  show(key, before, truthOf(key), outbox.pendingOf(key));
}

void Database::show(const RecordKey& key, const std::optional<model::Record>& before,
                    const std::optional<model::Record>& truth, std::vector<OutboxEntry> entries) {
  RecordTable& rows = table(key.collection);
  std::vector<model::Mutation> pending;
  pending.reserve(entries.size());
  for (OutboxEntry& entry : entries) {
    if (!entry.sealed) pending.push_back(std::move(entry.mutation));
  }
  std::optional<model::Record> shown = merge::overlay(truth, pending);
  if (!shown && truth) shown = truth;  // a tombstone says that there was something
  if (shown && before) {
    rows.change(*before, *shown, hashOf(truth));
  } else if (shown) {
    rows.insert(*shown, hashOf(truth));
  } else if (before) {
    rows.erase(key.scope, key.id);
  }
  if (!sameRow(before, shown)) changed(key);
  if (pending.empty()) truthErase.with(key.scope, key.collection, key.id).run();
}

void Database::takeTruth(const model::Record& row, const model::Digest& hash, model::Digest& digest,
                         bool replaceAnyway) {
  const RecordKey key{row.scope, row.collection->id, row.id};
  if (outbox.hasPending(key)) {
    const std::optional<model::Record> old = truthOf(key);
    if (old && !replaceAnyway && old->version > row.version) return;
    if (old) digest -= model::rowHash(*old);
    digest += hash;
    if (row.state == model::State::tombstone) {
      keepCopy(*this, key);
      erased.push_back(key);
    }
    outbox.finish(key, row.version, nowMs());
    if (outbox.hasPending(key)) {
      insertTruth(key, &row);
      showAgain(key);
    } else {
      truthErase.with(key.scope, key.collection, key.id).run();
      table(key.collection).put(row, hash);
      changed(key);
    }
    return;
  }
  RecordTable& rows = table(*row.collection);
  if (!rows.insert(row, hash)) {
    const auto old = rows.stored(row.scope, row.id);
    if (!replaceAnyway && old->row.version > row.version) return;
    if (old->row.version == row.version && old->hash == hash) return;
    if (old->hash) digest -= *old->hash;
    rows.change(old->row, row, hash);
    if (row.state == model::State::tombstone) erased.push_back(key);
  }
  digest += hash;
  changed(key);
}

void Database::dropTruth(const RecordKey& key, model::Digest& digest) {
  const std::optional<model::Record> old = truthOf(key);
  if (old) digest -= model::rowHash(*old);
  if (outbox.hasPending(key)) {
    insertTruth(key, nullptr);
    showAgain(key);
    return;
  }
  table(key.collection).erase(key.scope, key.id);
  if (old) changed(key);
}

}  // namespace foyer::store
