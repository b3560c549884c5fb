// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/hlc.hpp"
#include "base/result.hpp"
#include "crypto/seal.hpp"
#include "model/digest.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"
#include "model/tree.hpp"
#include "protocol/messages.hpp"
#include "store/query.hpp"

namespace foyer::store {

struct Database;

/// The local file can't be used any more: the disk failed, or its content contradicts itself. Thrown by the
/// functions of Store and Reader that don't return a Result; those give it as an Error. When `damaged`, close
/// the store and open it again: that rebuilds the file.
class Failure : public std::runtime_error {
 public:
  Failure(const std::string& what, bool isDamaged) : std::runtime_error(what), damaged(isDamaged) {}
  bool damaged;
};

/// What a person did to one record, before it becomes a mutation.
struct Edit {
  const schema::Collection* collection = nullptr;
  Uuid scope;
  Uuid id;
  model::Op op = model::Op::edit;
  std::int64_t base = 0;  ///< from baseOf() when the editing began; 0 for create
  std::vector<model::FieldPatch> patches;
};

/// A row that the screen may want to draw again.
struct Change {
  const schema::Collection* collection = nullptr;
  Uuid scope;
  Uuid id;
  bool value = true;  ///< false: only what is pending on it changed (Pending)
};

/// Where this device stands in one scope.
struct ScopeInfo {
  Uuid scope;
  schema::Scope kind = schema::Scope::person;
  std::string role;
  std::int64_t epoch = 0;
  std::int64_t cursor = 0;           ///< complete up to here
  protocol::PageToken resume;        ///< unfinished pass, to go on after a restart
  std::int64_t head = 0;             ///< newest version the server has named; below the cursor: nothing newer
  std::int64_t rowsTaken = 0;        ///< rows of the pass that runs, or of the last one
  std::int64_t rowsExpected = 0;     ///< about so many rows make a first sync; 0 = nobody said
  std::int64_t verifiedMs = 0;       ///< when the digest last matched; 0 = never
  std::int64_t verifiedVersion = 0;  ///< cursor at which it did
  model::Digest digest;              ///< of the truth rows held here
  std::uint64_t lastSeq = 0;         ///< highest number given out; putScope never lowers it
  std::int64_t queued = 0;           ///< not yet answered, without those that wait behind a held one
  std::int64_t held = 0;             ///< items in needs attention
  bool confirmed = false;            ///< the server has named it in a welcome
  int level = 0;  ///< schema level at which everything up to the cursor was read; putScope leaves it
};

/// A mutation that the server did not accept and what waits behind it.
struct HeldItem {
  std::int64_t localId = 0;
  model::Mutation mutation;
  Error reason;
  std::int64_t heldMs = 0;
  std::int64_t waitingBehind = 0;
};

using Settings = std::map<std::string, std::string>;

/// State of one mutation on this device.
enum class Pending : std::uint8_t { none, queued, sent, held };

/// A change that waits on top of what the server has.
struct UnsentItem {
  model::Mutation mutation;
  Pending state = Pending::queued;
  Error reason;                    ///< held
  std::optional<HeldItem> behind;  ///< waits until this one is settled
};

/// The local database: rows as the screen shows them, the outbox and the cursors. One object is the one
/// writer and lives on one thread; Reader objects on other threads read beside it (WAL). Every function that
/// changes something is one durable transaction. The same file opened twice for writing is refused.
class Store {
 public:
  struct Options {
    std::filesystem::path file;
    Uuid device;  ///< identity bound to this file; kept in it and compared at open
    const Clock* clock = nullptr;
    bool fullSync = true;  ///< PRAGMA synchronous=FULL
    /// Seals what outlives leaving a scope. Kept where the device's key is, never beside this file. Without
    /// it such words lie there as they were typed.
    std::optional<crypto::SealKey> sealKey = {};
  };
  /// What opening had to do. A damaged file is set aside as FILE.damaged-<ms> and a fresh one made; the
  /// unsent mutations that can still be read are carried over.
  struct Opened {
    std::unique_ptr<Store> store;
    bool rebuilt = false;
    std::int64_t salvaged = 0;
    /// The file belonged to another device identity (a copy): what it had not sent, or has no answer for, was
    /// queued again under this one.
    bool newIdentity = false;
  };
  /// Errors: tooNew (written by a newer Foyer), damaged (not even a fresh file can be made), busy (another
  /// process).
  static Result<Opened> open(const Options& options);
  ~Store();

  // ---- local editing
  /// Base for an edit that begins now: the larger of the row's version and the scope's cursor.
  std::int64_t baseOf(const Uuid& scope, const schema::Collection& collection, const Uuid& id);
  /// Writes the shown row and its mutation in one transaction; joins an unnumbered mutation where law 5
  /// allows. Returns the record as shown now. Refuses what breaks the declaration, and edits of rows that
  /// aren't there.
  Result<model::Record> write(const Edit& edit);
  /// Several edits, one transaction: all or nothing.
  Result<void> writeAll(const std::vector<Edit>& edits);

  // ---- reading (also on Reader)
  std::optional<model::Record> get(const schema::Collection& collection, const Uuid& scope, const Uuid& id);
  Pending pendingOf(const schema::Collection& collection, const Uuid& scope, const Uuid& id);

  /// What of a record the server has not taken, oldest first.
  std::vector<UnsentItem> unsentOf(const schema::Collection& collection, const Uuid& scope, const Uuid& id);

  // ---- needs attention
  std::vector<HeldItem> heldItems();
  /// Another number whenever heldItems() may say something else; cheap to ask after every change.
  std::int64_t heldRevision();
  /// Everything of one item, for an export: the refused mutation and what waits behind it, oldest first.
  std::vector<model::Mutation> heldMutations(std::int64_t localId);
  /// Gives the item, and what depends on it, new numbers and queues it again, optionally with corrected
  /// patches.
  Result<void> retryHeld(std::int64_t localId, std::optional<std::vector<model::FieldPatch>> corrected = {});
  /// Gives up the item and what depends on it; the row goes back to the truth. Can be taken back for 30 days.
  Result<void> discardHeld(std::int64_t localId);
  Result<void> restoreDiscarded(std::int64_t localId);
  std::vector<HeldItem> discardedItems();

  // ---- scopes (sync engine)
  std::vector<ScopeInfo> scopes();
  std::optional<ScopeInfo> scope(const Uuid& id);
  /// Adds or updates; a scope made locally by a head record exists unconfirmed before the server names it.
  void putScope(const ScopeInfo& info);
  /// Drops everything of the scope (law 12); only what this person typed and the server never took stays in
  /// needs attention, without the texts of others that it was based on, and sealed on the disk.
  void dropScope(const Uuid& id);
  /// After scopes were dropped: gives their pages back to the disk, so that nothing of them is left in any
  /// file, damaged ones that were set aside included. Does nothing otherwise. Takes seconds per GB; what a
  /// reader or a full disk prevents is done by tidy() later.
  void purge();

  /// What this device made in a person scope that no server knows becomes the work of the person scope `to`:
  /// same stamps, ids of natural keys derived anew, the account replaced wherever it stands, also in unknown
  /// scopes made by it. `renamed`: other ids that become others. Then `from` is gone. Returns what moved.
  Result<std::vector<RowId>> adoptScope(const Uuid& from, const Uuid& to,
                                        const std::map<Uuid, Uuid>& renamed = {});

  // ---- servers and devices that go back in time (sync engine)
  /// Points of the scope's history that this device has been at: the cursor's own last, before it some that
  /// are minutes to weeks old.
  std::vector<protocol::ChainMark> marks(const Uuid& scope);
  /// The server has outcomes up to `serverSeq` only and counts our cursor as `known`: what it was told before
  /// and forgot is queued again in its order, before anything new, under its numbers where none is missing
  /// between them. Returns how many mutations the server had acknowledged and forgot.
  std::int64_t offerAgain(const Uuid& scope, std::uint64_t serverSeq, std::int64_t known);
  /// The server has never heard of this scope: it is made again from here.
  void forgotten(const Uuid& scope);
  /// This file is a copy, or older than what its device has sent: from now on it belongs to another identity.
  /// What has no answer is queued again without a number.
  void takeIdentity(const Uuid& device);

  // ---- outbox (sync engine)
  /// Numbered, ready to send, in order: those already numbered first, then numbers are given to queued ones
  /// (durably). Never returns what waits for a held mutation. At most `maxCount` and about `maxBytes` of
  /// JSON.
  std::vector<model::Mutation> nextPush(const Uuid& scope, std::size_t maxCount, std::size_t maxBytes);
  /// Stores outcomes. Acknowledged mutations stay on top of the truth until it has reached their version.
  void storeResults(const Uuid& scope, const std::vector<model::MutationResult>& results);
  /// Highest sequence number whose outcome, and those of all before it, is stored here.
  std::uint64_t acknowledged(const Uuid& scope);
  /// Smallest number that was given out and has no outcome here; 0 = none.
  std::uint64_t firstToSend(const Uuid& scope);
  /// Moves the stamps of mutations not yet numbered, and not trusted before, by the difference of the clocks
  /// (law 4), keeping their order between the trusted stamp and now, and trusts them. The settings are kept
  /// with it: a crash between the two would move them twice.
  void shiftStamps(std::int64_t deltaMs, const Settings& settings);
  /// The clock was right so far, and is at `confirmedMs` (0: nobody says): what is queued by now is never
  /// moved.
  void trustStamps(std::int64_t confirmedMs, const Settings& settings);
  /// The newest stamp that is trusted; zero at first.
  Hlc trustedStamp();

  // ---- truth (sync engine)
  /// Rows of one page and its cursor. Pages of one pass may share a transaction: what they brought is durable
  /// after the last one, after settle(), and before anything else is written. When that fails, all that was
  /// taken since the last commit is undone.
  struct PageApplied {
    bool verified = false;  ///< complete, and header.digest matched
    bool mismatch = false;  ///< complete, but the digests differ
    bool ignored =
        false;  ///< of another epoch, or live with a gap before it or amid a re-read: nothing changed
    std::int64_t rows = 0;
  };
  /// `hashes`: model::rowHash() of each row, when somebody has computed them already.
  PageApplied applyPage(const protocol::PageHeader& header, const std::vector<model::Record>& rows,
                        std::span<const model::Digest> hashes = {});
  void settle();
  /// Steady time at which settle() is wanted; nothing when all is durable.
  std::optional<std::int64_t> settleAt() const;
  /// The scope's history goes on in another epoch, and everything up to the cursor is still true.
  void followEpoch(const Uuid& scope, std::int64_t epoch);
  /// Sets the truth of a scope aside before a full re-read: rows not in the coming pass are dropped at its
  /// end, or with `keepMissing` go to needs attention; pending mutations stay on top.
  void restartScope(const Uuid& scope, std::int64_t epoch, bool keepMissing = false);

  // ---- verification (law 10; verify.cpp, scrub.cpp)
  /// Sums of the hashes kept with the truth rows. Where the scope's digest is not their total, it is
  /// corrected.
  model::TreeSums treeSums(const Uuid& scope);
  /// Which truth rows are here under these prefixes; tombstones too.
  std::vector<protocol::Mark> marks(const Uuid& scope, const std::vector<std::string>& prefixes);
  /// Rows that were fetched to repair a difference: each replaces what is here unless that is newer than
  /// header.head. The cursor stays.
  void repairRows(const protocol::PageHeader& header, const std::vector<model::Record>& rows);
  /// Records that the server doesn't know: what a person may write of them goes to needs attention, the rest
  /// is dropped.
  void setRowsAside(const Uuid& scope, const std::vector<protocol::RowName>& rows);
  /// Reads up to `rows` rows again, going on where the last call ended, and compares their content with the
  /// kept hash. Where they differ the kept hash and the scope's digest follow the content, so that comparing
  /// with the server shows it.
  struct Scrubbed {
    std::int64_t rows = 0;
    std::int64_t changed = 0;  ///< rows changed behind the store's back
    std::vector<Uuid> scopes;  ///< to be compared with the server again
    bool round = false;        ///< the end was reached: rows that vanished have been noticed as well
  };
  Scrubbed scrub(std::int64_t rows);

  // ---- the rest
  HlcClock& hlc();
  /// Small settings of this device ("account", "server_url", …).
  std::string setting(std::string_view key);
  void setSetting(std::string_view key, std::string_view value);
  /// Called after each commit with exactly the rows whose shown value changed, on the writer's thread.
  void onChanges(std::function<void(const std::vector<Change>&)> listener);
  /// Canonical export of a scope's truth rows, ordered by collection id then record id; one JSON line each.
  void exportScope(const Uuid& scope, const std::function<void(std::string_view line)>& sink);
  std::filesystem::path file() const;
  /// Queued mutations read back and decoded since the file was opened: how much work something was.
  std::int64_t mutationsDecoded() const;

  // ---- when nothing else is to do
  /// Puts up to `rows` changed rows into the full-text index. True: there are more.
  bool indexSome(std::int64_t rows = 500);
  /// Forgets acknowledged mutations after 30 days; purges.
  void tidy();

 private:
  friend class Imports;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> m_db;
};

}  // namespace foyer::store
