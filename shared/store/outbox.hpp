// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "model/mutation.hpp"
#include "open_mutations.hpp"
#include "sealer.hpp"
#include "sqlite.hpp"
#include "waiting.hpp"

namespace foyer::store {

struct OutboxEntry {
  std::int64_t localId = 0;
  Stage stage = Stage::queued;
  model::Mutation mutation;
  std::int64_t version = 0;  ///< acked, done: the scope's version after it; discarded: with which item
  Error reason;              ///< held, discarded
  std::int64_t changedMs = 0;
  bool sealed = false;  ///< outlived leaving its scope: sealed on the disk, and not shown on top of anything
  std::string unreadable;  ///< as stored, when its key is gone: the mutation has no content
  RecordKey key() const { return {mutation.scope, mutation.collection->id, mutation.id}; }
};

/// The queue of mutations in the database, and in memory which records have some on top of the truth.
class Outbox {
 public:
  Outbox(Db& db, const Uuid& device, Sealer sealer);

  /// Reads again from the database what is kept in memory.
  void reload();

  std::vector<RecordKey> pendingKeys() const { return m_open.records(); }
  bool hasPending(const RecordKey& key) const { return m_open.has(key); }
  /// Everything but done and discarded, oldest first.
  std::vector<OutboxEntry> pendingOf(const RecordKey& key);
  /// Done ones of a record that the truth has reached above `version`, oldest first.
  std::vector<OutboxEntry> doneAbove(const RecordKey& key, std::int64_t version);
  std::vector<OutboxEntry> inStages(const Uuid& scope, std::initializer_list<Stage> stages,
                                    std::int64_t limit = -1);
  /// All of a scope's numbered and unanswered ones, ascending.
  std::vector<OutboxEntry> sent(const Uuid& scope, std::int64_t limit);
  std::optional<OutboxEntry> find(std::int64_t localId);
  std::optional<OutboxEntry> findSent(const Uuid& scope, std::uint64_t seq);

  std::int64_t add(const OutboxEntry& entry);
  /// Writes everything of an entry back.
  void update(const OutboxEntry& entry);
  /// Writes only what an answer changes: stage, version, time.
  void advance(const OutboxEntry& entry);
  /// An answer for all numbers of a range that wait for one: from now on `acked`. Returns whose they are.
  std::vector<RecordKey> acknowledge(const Uuid& scope, std::uint64_t first, std::uint64_t last,
                                     std::int64_t version, std::int64_t nowMs);
  /// Answered mutations that the record's truth of this version contains are done.
  void finish(const RecordKey& key, std::int64_t version, std::int64_t nowMs);
  /// Queued before, sent now.
  void number(OutboxEntry& entry, std::uint64_t seq);
  /// Done or discarded before, open again; everything of the entry is written.
  void revive(OutboxEntry& entry, Stage stage);
  bool canSeal() const { return m_sealer.hasKey(); }
  void setDevice(const Uuid& device) { m_device = device; }
  void remove(const OutboxEntry& entry);

  /// Of a stage before `done`.
  std::int64_t count(const Uuid& scope, Stage stage) const { return m_open.count(scope, stage); }
  std::vector<Uuid> scopesWith(Stage stage) const { return m_open.scopesWith(stage); }

  // ---- what waits for what: kept in memory while a scope has something held, so that a thousand held ones
  // are neither read nor decoded again for each write, push and status
  bool hasHeld(const Uuid& scope) const { return count(scope, Stage::held) > 0; }
  /// Queued, sent and held ones; only of a scope that has held ones.
  const OpenChanges& open(const Uuid& scope);
  /// Nothing when nothing is held.
  const Roots& roots(const Uuid& scope);
  /// A held one as stored.
  const OutboxEntry& held(std::int64_t localId);
  /// Another number after everything that changes held items or what waits behind them.
  std::int64_t heldRevision();
  /// Mutations read and decoded so far.
  std::int64_t decoded() const { return m_decoded; }

  /// Smallest number that waits for an answer, 0 when none does.
  std::uint64_t firstUnanswered(const Uuid& scope);
  /// Moves those above `trusted`, not above `now`. Returns the newest of the queued; zero for none.
  Hlc shiftStamps(std::int64_t deltaMs, Hlc trusted, Hlc now);
  /// Of what is on its way to the server.
  Hlc newestStamp();
  void purgeDone(std::int64_t beforeMs);

 private:
  OutboxEntry read(const Statement& row) const;
  void readMutation(const Statement& row, OutboxEntry& entry) const;
  std::string stored(const OutboxEntry& entry) const;
  std::vector<OutboxEntry> readAll(Statement& statement) const;
  void bindEntry(Statement& s, const OutboxEntry& entry, const std::string& json);
  std::vector<OutboxEntry> readAll(const std::vector<std::int64_t>& localIds);
  /// An entry has been written.
  void note(const OutboxEntry& entry, std::int64_t localId);
  /// The same for a stage in which nothing waits for it any more.
  void noteAnswered(const RecordKey& key, std::int64_t localId, Stage stage);
  void noteGone(const OutboxEntry& entry);

  Db* m_db;
  Uuid m_device;
  Sealer m_sealer;
  OpenMutations m_open;
  struct Waiting {
    OpenChanges changes;
    Roots roots;
    bool fresh = false;  ///< roots are those of changes
  };
  std::map<Uuid, Waiting> m_waiting;  ///< of scopes with held ones, once somebody asked
  std::map<std::int64_t, OutboxEntry> m_heldRead;
  std::int64_t m_heldRevision = 0;
  mutable std::int64_t m_decoded = 0;
  std::int64_t m_lastId = 0;  ///< while the store is open, a number is given once
  Statement m_sent, m_find, m_findSent, m_add, m_update, m_advance, m_acknowledge, m_finish, m_number,
      m_remove, m_first;
};

}  // namespace foyer::store
