// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "file_lock.hpp"
#include "outbox.hpp"
#include "record_table.hpp"
#include "scope_table.hpp"
#include "sqlite.hpp"
#include "store/store.hpp"

namespace foyer::store {

/// Everything the writer has open. Store's functions are spread over files by topic; this is what they share.
struct Database {
  Database(Store::Options opts, Db connection);

  Store::Options options;
  std::optional<FileLock> lock;
  Db db;
  Outbox outbox;
  ScopeTable scopes;
  HlcClock hlc;
  std::map<std::uint16_t, RecordTable> tables;  ///< by collection id, opened when first used
  Statement truthGet, truthPut, truthErase, asideErase, searchAdd;
  std::function<void(const std::vector<Change>&)> listener;
  std::vector<Change> changes;    ///< of the running transaction
  std::vector<RecordKey> erased;  ///< became tombstones in it

  std::int64_t nowMs() const { return options.clock->wallMs(); }
  RecordTable& table(const schema::Collection& collection);
  RecordTable& table(std::uint16_t collectionId);
  void changed(const RecordKey& key, bool value = true);

  /// Runs `work` in one durable transaction, then tells the listener what changed. When it throws, the file
  /// and everything in memory are as before.
  void transact(const std::function<void()>& work);
  /// The same for one page of a pass, except that the next pages may join its transaction: a commit for each
  /// would write most of an index's pages again every time. Ends when
  /// `ends()` says so after `work`, with the next other transaction, or when it has become long or large.
  void takeIn(const std::function<void()>& work, const std::function<bool()>& ends);
  /// Makes durable what takeIn() left open.
  void settle();
  /// Steady time at which settle() is due; nothing when nothing is open.
  std::optional<std::int64_t> settleAt() const;

  /// The same for work that a person waits for: an Error from `work` undoes everything, and so does a disk
  /// that fails; both are the result.
  Result<void> attempt(const std::function<std::optional<Error>()>& work);

  // ---- one record (record.cpp)
  /// What the server has, whether or not something pending lies on top.
  std::optional<model::Record> truthOf(const RecordKey& key);
  /// Its version; nothing while the server has none.
  std::optional<std::int64_t> truthVersion(const RecordKey& key);
  /// Shown row from truth and pending mutations; notes the change if it differs.
  void showAgain(const RecordKey& key);
  /// The same for whoever has just read what is shown.
  void showAgain(const RecordKey& key, const std::optional<model::Record>& before);
  /// The same for whoever has read everything: what is shown before, the truth, and what lies on top of it.
  void show(const RecordKey& key, const std::optional<model::Record>& before,
            const std::optional<model::Record>& truth, std::vector<OutboxEntry> pending);
  /// A row from the server, with its hash. `digest` becomes the scope's with it.
  void takeTruth(const model::Record& row, const model::Digest& hash, model::Digest& digest,
                 bool replaceAnyway);
  /// The server doesn't have the record any more.
  void dropTruth(const RecordKey& key, model::Digest& digest);
  /// What a person may write of a record that the server doesn't know goes to needs attention.
  void keepAside(const model::Record& row);
  /// Keeps the truth aside before a first mutation lies on top of it.
  void beforePending(const RecordKey& key);
  void beforePending(const RecordKey& key, const std::optional<model::Record>& shown);

 private:
  void insertTruth(const RecordKey& key, const model::Record* row);
  void run(const std::function<void()>& work, const std::function<bool()>& commits);
  void undone();

  std::optional<Transaction> m_open;
  std::int64_t m_openedMs = 0;  ///< steady
  bool m_working = false;       ///< inside `work`
};

/// Inside a transaction.
void putSetting(Database& d, std::string_view key, std::string_view value);
/// The file belongs to another identity from now on: numbers given out under the former one mean nothing.
/// Inside a transaction.
void forgetNumbers(Db& db, const Uuid& device);

/// The fields of an error message that belong to what a person can read.
Error notHere(std::string_view what);

}  // namespace foyer::store
