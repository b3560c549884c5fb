// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <array>
#include <fstream>
#include <string>
#include <system_error>

#include "database.hpp"
#include "forget.hpp"
#include "open_steps.hpp"
#include "salvage.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 3> kParts = {"", "-wal", "-shm"};

/// Exists while a writer has the file open; found at open it means that the last one did not come to close
/// it.
fs::path openMark(const fs::path& file) { return file.string() + ".open"; }
fs::path suspectMark(const fs::path& file) { return file.string() + ".suspect"; }

enum class Condition { good, tooNew, damaged };

Condition tryOpen(const Store::Options& options, Db& db, bool check) {
  if (!hasHeader(options.file)) return Condition::damaged;
  db = Db(options.file, Db::Mode::readWrite);
  if (db.number("PRAGMA user_version") > static_cast<int>(FileVersion::latest)) return Condition::tooNew;
  configure(db, options.fullSync);
  if (check && db.number("PRAGMA user_version") > 0 && !passesCheck(db)) return Condition::damaged;
  return upgrade(db) ? Condition::good : Condition::tooNew;
}

/// Exists from before a damaged file is moved until what it held was carried over; names where it went.
fs::path rebuildMark(const fs::path& file) { return file.string() + ".rebuilding"; }

/// Where a damaged file went whose rebuilding was cut off; removes the unfinished new one.
fs::path unfinishedRebuild(const fs::path& file) {
  std::ifstream in(rebuildMark(file));
  std::string aside;
  if (!std::getline(in, aside) || !fs::exists(aside)) return {};
  for (const char* part : kParts) fs::remove(file.string() + part);
  return aside;
}

/// Moves the file and its log out of the way. The name tells when.
fs::path setAside(const fs::path& file, std::int64_t nowMs) {
  fs::path aside = file.string() + ".damaged-" + std::to_string(nowMs);
  for (int n = 2; fs::exists(aside); ++n)
    aside = file.string() + ".damaged-" + std::to_string(nowMs) + "-" + std::to_string(n);
  std::ofstream(rebuildMark(file)) << aside.string() << std::endl;
  for (const char* part : {"-wal", "-shm", ""}) {
    std::error_code ignored;
    fs::rename(file.string() + part, aside.string() + part, ignored);
  }
  return aside;
}

/// Whether the file was written by another device identity. Takes this one where there was none.
bool adoptIdentity(Db& db, const Uuid& device) {
  const std::string mine = device.str();
  std::string stored;
  {
    Statement s(db, "SELECT value FROM local_settings WHERE key = 'device'");
    if (s.step()) stored = s.text(0);
  }
  if (stored == mine) return false;
  Transaction transaction(db);
  forgetNumbers(db, device);
  transaction.commit();
  return !stored.empty();
}

/// Opens the file, or a new one that takes over what can be read of the damaged one.
Condition make(const Store::Options& options, std::unique_ptr<Database>& database, bool check,
               Store::Opened& opened, const fs::path& damaged = {}) {
  try {
    Db db;
    const Condition condition = tryOpen(options, db, check);
    if (condition != Condition::good) return condition;
    if (opened.rebuilt) opened.salvaged = salvage(damaged, db);
    opened.newIdentity = adoptIdentity(db, options.device);
    database = std::make_unique<Database>(options, std::move(db));
    database->scopes.followLevel(schema::level());
    sealWhatWasLeft(*database);
    if (!opened.rebuilt) return condition;
    database->transact([&] {
      for (const RecordKey& key : database->outbox.pendingKeys()) database->showAgain(key);
    });
    return condition;
  } catch (const SqliteError& failure) {
    // Statements that open a file are always the same: what SQLite calls wrong in them is wrong in the file.
    if (failure.damaged || (failure.code() & 0xff) == SQLITE_ERROR) return Condition::damaged;
    throw;
  }
}

}  // namespace

Result<Store::Opened> Store::open(const Options& options) {
  try {
    const fs::path folder = options.file.parent_path();
    if (!folder.empty()) fs::create_directories(folder);
    std::optional<FileLock> lock = FileLock::take(options.file.string() + ".lock");
    if (!lock) return Error{Code::busy, {}, "Another Foyer has this data open."};

    Opened opened;
    const bool check = fs::exists(openMark(options.file));
    std::unique_ptr<Database> database;
    fs::path aside = unfinishedRebuild(options.file);
    Condition condition = Condition::damaged;
    if (aside.empty() && !isSuspect(options.file)) condition = make(options, database, check, opened);
    if (condition == Condition::damaged) {
      if (aside.empty()) aside = setAside(options.file, options.clock->wallMs());
      opened.rebuilt = true;
      condition = make(options, database, false, opened, aside);
      if (condition == Condition::good) {
        fs::remove(suspectMark(options.file));
        fs::remove(rebuildMark(options.file));
      }
    }
    if (condition == Condition::tooNew) {
      return Error{Code::tooNew, {}, "This data was written by a newer Foyer. Update this app to open it."};
    }
    if (condition == Condition::damaged)
      return Error{Code::damaged, {}, "No usable file can be made in " + folder.string()};
    database->lock = std::move(lock);
    // Written before anything else is, so that a crash is noticed.
    FileLock::take(openMark(options.file));
    opened.store.reset(new Store(std::move(database)));
    return opened;
  } catch (const Failure& failure) {
    return Error{failure.damaged ? Code::damaged : Code::internal, {}, failure.what()};
  } catch (const fs::filesystem_error& failure) {
    return Error{Code::internal, {}, failure.what()};
  }
}

Store::Store(std::unique_ptr<Database> database) : m_db(std::move(database)) {}

Store::~Store() {
  if (!m_db) return;
  const fs::path file = m_db->options.file;
  try {
    m_db->settle();
  } catch (const Failure&) {
    // Undone: fetched again.
  }
  m_db.reset();
  std::error_code ignored;
  fs::remove(openMark(file), ignored);
}

}  // namespace foyer::store
