// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "server/db/page.hpp"
#include "server/db/rows.hpp"
#include "server/db/scope_tx.hpp"

namespace foyer::server {

/// What a transaction will surely look at; read together with the lock, in one go.
struct Want {
  std::optional<Uuid> account;  ///< its role
  std::optional<Uuid> device;   ///< its row; of [firstSeq, lastSeq] outcomes may be asked for
  std::uint64_t firstSeq = 0;
  std::uint64_t lastSeq = 0;
  std::vector<RecordKey> records;
};

/// Records of one scope as one snapshot saw them.
struct Snapshot {
  ScopeRow scope;
  std::vector<model::Record> records;
};

/// Whose number in which sequence of codes.
struct CodeClaim {
  std::string kind;        ///< "talent", "cinema"
  std::string country;     ///< two capitals
  Uuid subject;            ///< the record that the code is of
  std::int64_t known = 0;  ///< its number, as the ledger remembers it; 0: it doesn't
  std::int64_t taken = 0;  ///< the highest number of the sequence that the ledger knows
};

/// Where scopes live. Two implementations: PgStore (PostgreSQL) and MemoryStore (tests and the in-process
/// server double). Thread-safe. Surprises, such as a lost database, are exceptions.
class ScopeStore {
 public:
  virtual ~ScopeStore() = default;

  /// Takes the scope's lock, reads `want`, runs `fn` and stores what it changed, all in one transaction that
  /// touches no other scope. Nothing is stored when `fn` throws; the exception goes on. A scope that is not
  /// there has an unborn row. `fn` may run again if the database asks for a retry.
  virtual void withScope(const Uuid& scope, const Want& want, const std::function<void(ScopeTx&)>& fn) = 0;

  /// All born scopes the account is a member of, by id.
  virtual std::vector<ScopeMembership> scopesOf(const Uuid& account, const Uuid& device) = 0;
  /// All born scopes in which a device of the account has ever sent or read something, a member still or not;
  /// by id.
  virtual std::vector<Uuid> scopesSeenBy(const Uuid& account) = 0;
  virtual std::optional<ScopeRow> scope(const Uuid& scope) = 0;
  /// Heads of those of `scopes` that are there; `members` tells whether the member list changed at that very
  /// head.
  virtual std::vector<ScopeChange> heads(std::span<const Uuid> scopes) = 0;
  virtual std::optional<std::string> roleOf(const Uuid& scope, const Uuid& account) = 0;
  virtual std::vector<Member> members(const Uuid& scope) = 0;

  /// One page in one short snapshot; null when the scope isn't there.
  virtual std::unique_ptr<PageRows> readPage(const PageRequest& request) = 0;
  /// Marks of the rows under some prefixes of equal length, in one snapshot, in no order, until `each` says
  /// false.
  struct MarkRequest {
    Uuid scope;
    int level = schema::kSchemaLevel;   ///< hashes as a device of this level makes them
    std::vector<std::string> prefixes;  ///< of places in the digest tree
    bool tombstones = false;
  };
  virtual std::optional<ScopeRow> readMarks(const MarkRequest& request,
                                            const std::function<bool(const protocol::Mark&)>& each) = 0;
  /// The records among `keys` that exist, and the scope's row, in one snapshot; none when there is no such
  /// scope.
  virtual std::optional<Snapshot> read(const Uuid& scope, std::span<const RecordKey> keys) = 0;
  /// All live records of one collection in one snapshot.
  virtual std::optional<Snapshot> readAll(const Uuid& scope, const schema::Collection& collection) = 0;
  /// Which of `keys` are live records of a catalogue scope.
  virtual std::set<RecordKey> inCatalogue(std::span<const RecordKey> keys) = 0;
  /// Every live and trashed record, by collection and id, from one snapshot. Returns its scope row.
  virtual std::optional<ScopeRow> exportScope(const Uuid& scope,
                                              const std::function<void(const model::Record&)>& each) = 0;

  /// What happened to a record, newest first: entries with a version below `before`, at most `limit`.
  virtual std::vector<JournalEntry> history(const Uuid& scope, const RecordKey& record, std::int64_t before,
                                            std::int64_t limit) = 0;
  /// Drops up to `limit` entries that were received before `beforeMs`; returns how many.
  virtual std::int64_t pruneJournal(std::int64_t beforeMs, std::int64_t limit) = 0;
  /// Running hashes at versions of scopes, in the order asked for; none where no transaction had that version
  /// or it was too long ago.
  virtual std::vector<std::optional<model::Digest>> chainAt(std::span<const ScopePoint> points) = 0;
  /// Every epoch of a scope but the first, ascending.
  virtual std::vector<EpochMark> epochs(const Uuid& scope) = 0;

  /// Scopes with an id above `after` that have records in the trash since before `beforeMs`, by id.
  virtual std::vector<Uuid> scopesWithTrash(std::int64_t beforeMs, const Uuid& after, std::int64_t limit) = 0;
  /// Records that were deleted before `beforeMs` with a version up to `untilVersion`, at most `limit`.
  virtual std::vector<RecordKey> ripeTrash(const Uuid& scope, std::int64_t beforeMs,
                                           std::int64_t untilVersion, std::int64_t limit) = 0;
  /// Records with content that one of `parents` hides when it is deleted, facts excepted; at most `limit`.
  virtual std::vector<RecordKey> childrenOf(const Uuid& scope, std::span<const RecordKey> parents,
                                            std::int64_t limit) = 0;
  /// Remembers how far a device says it has got.
  virtual void noteCursor(const Uuid& scope, const DeviceCursor& device) = 0;
  /// The version that every device of a member which was seen since then has; none: there is no such device.
  virtual std::optional<std::int64_t> slowestCursor(const Uuid& scope, std::int64_t seenSinceMs) = 0;
  /// Remembers how far devices were sent, for `backlog`; proves nothing.
  virtual void noteSent(std::span<const DeviceSent> sent, std::int64_t nowMs) = 0;
  /// Lags of members' devices that were seen since then, at most `limit`, and open conflicts. Reads whole
  /// tables: not for every request.
  virtual Backlog backlog(std::int64_t seenSinceMs, std::int64_t limit) = 0;
  /// Removes all content of a scope, in one transaction, and leaves its row as kErasedScope; a scope that was
  /// never there is as good. Idempotent.
  virtual ScopeChange eraseScope(const Uuid& scope) = 0;

  /// The number of a subject, for ever: the one it has, else the known one, else the next above everything
  /// taken. A number that was not here yet is told to `promise` before it is committed; nothing is stored
  /// when that throws. A transaction of its own.
  virtual std::int64_t claimCode(const CodeClaim& claim,
                                 const std::function<void(std::int64_t)>& promise) = 0;

  /// Takes a due job and hides it from others until `retryMs`; it comes back then unless `finishJob` is
  /// called. A job that is hidden for longer than that was taken by a clock that has stepped back since: due.
  virtual std::optional<Job> claimJob(std::int64_t nowMs, std::int64_t retryMs) = 0;
  virtual void finishJob(std::int64_t id) = 0;
};

}  // namespace foyer::server
