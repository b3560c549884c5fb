// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_steps.hpp"

#include <fstream>
#include <set>
#include <string>

#include "collection_tables.hpp"
#include "schema/collections.hpp"

namespace foyer::store {

namespace {

/// Tables of this device alone. Their names begin with "local_", which no collection may.
constexpr const char* kFirst = R"(
CREATE TABLE local_settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE local_scopes (
  scope BLOB PRIMARY KEY, kind INTEGER NOT NULL, role TEXT NOT NULL, epoch INTEGER NOT NULL, cursor INTEGER NOT NULL,
  since INTEGER NOT NULL, target INTEGER NOT NULL, next_collection INTEGER NOT NULL, next_version INTEGER NOT NULL,
  next_id BLOB NOT NULL, verified INTEGER NOT NULL, digest BLOB NOT NULL, last_seq INTEGER NOT NULL,
  confirmed INTEGER NOT NULL, restarting INTEGER NOT NULL);
CREATE TABLE local_outbox (
  local_id INTEGER PRIMARY KEY AUTOINCREMENT, stage INTEGER NOT NULL, scope BLOB NOT NULL, seq INTEGER,
  collection INTEGER NOT NULL, record BLOB NOT NULL, stamp INTEGER NOT NULL, base INTEGER NOT NULL, json TEXT NOT NULL,
  version INTEGER NOT NULL, reason_code TEXT, reason_field TEXT, reason_message TEXT, changed INTEGER NOT NULL);
CREATE INDEX local_outbox_record ON local_outbox (scope, collection, record) WHERE stage < 4;
CREATE INDEX local_outbox_stage ON local_outbox (scope, stage);
CREATE INDEX local_outbox_sent ON local_outbox (scope, seq) WHERE stage = 1;
CREATE TABLE local_truth (
  scope BLOB NOT NULL, collection INTEGER NOT NULL, id BLOB NOT NULL, row BLOB,
  PRIMARY KEY (scope, collection, id)) WITHOUT ROWID;
CREATE TABLE local_aside (
  scope BLOB NOT NULL, collection INTEGER NOT NULL, id BLOB NOT NULL,
  PRIMARY KEY (scope, collection, id)) WITHOUT ROWID;
CREATE TABLE local_search_todo (
  collection INTEGER NOT NULL, scope BLOB NOT NULL, id BLOB NOT NULL,
  PRIMARY KEY (collection, scope, id)) WITHOUT ROWID;
CREATE TABLE local_search_rows (
  number INTEGER PRIMARY KEY, collection INTEGER NOT NULL, scope BLOB NOT NULL, id BLOB NOT NULL,
  UNIQUE (collection, scope, id));
CREATE VIRTUAL TABLE local_search USING fts5 (words, tokenize = "unicode61 remove_diacritics 2", prefix = "2 3");
)";

/// Points of each scope's history that this device has been at (law 11).
constexpr const char* kMarks = R"(
CREATE TABLE local_marks (
  scope BLOB NOT NULL, version INTEGER NOT NULL, hash BLOB NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (scope, version)) WITHOUT ROWID;
)";

/// Without AUTOINCREMENT, whose counter is a page of its own, and without what is open in the index by stage.
constexpr const char* kLean = R"(
DROP INDEX IF EXISTS local_outbox_record;
DROP INDEX IF EXISTS local_outbox_stage;
DROP INDEX IF EXISTS local_outbox_sent;
ALTER TABLE local_outbox RENAME TO local_outbox_before;
CREATE TABLE local_outbox (
  local_id INTEGER PRIMARY KEY, stage INTEGER NOT NULL, scope BLOB NOT NULL, seq INTEGER,
  collection INTEGER NOT NULL, record BLOB NOT NULL, stamp INTEGER NOT NULL, base INTEGER NOT NULL, json TEXT NOT NULL,
  version INTEGER NOT NULL, reason_code TEXT, reason_field TEXT, reason_message TEXT, changed INTEGER NOT NULL);
INSERT INTO local_outbox SELECT * FROM local_outbox_before;
DROP TABLE local_outbox_before;
CREATE INDEX local_outbox_record ON local_outbox (scope, collection, record) WHERE stage < 4;
CREATE INDEX local_outbox_closed ON local_outbox (scope, stage, version) WHERE stage >= 4;
CREATE INDEX local_outbox_sent ON local_outbox (scope, seq) WHERE stage = 1;
)";

/// What of a held mutation was not typed here (law 12).
constexpr const char* kBorrowed = R"(
CREATE TABLE local_borrowed (local_id INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TRIGGER local_borrowed_gone AFTER DELETE ON local_outbox
  BEGIN DELETE FROM local_borrowed WHERE local_id = old.local_id; END;
)";

/// What a device imports and where its originals lie. Paths may hold any byte.
constexpr const char* kImports = R"(
CREATE TABLE local_imports (
  session BLOB PRIMARY KEY, scope BLOB NOT NULL, roots BLOB NOT NULL, listed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE local_import_files (
  session BLOB NOT NULL, number INTEGER NOT NULL, path BLOB NOT NULL, bytes INTEGER NOT NULL, state INTEGER NOT NULL,
  code TEXT, message TEXT, PRIMARY KEY (session, number)) WITHOUT ROWID;
CREATE INDEX local_import_files_state ON local_import_files (session, state, number);
CREATE TABLE local_originals (
  scope BLOB NOT NULL, sha256 TEXT NOT NULL, path BLOB NOT NULL, bytes INTEGER NOT NULL, modified INTEGER NOT NULL,
  seen INTEGER NOT NULL, PRIMARY KEY (scope, sha256, path)) WITHOUT ROWID;
)";

void step(Db& db, FileVersion to) {
  Transaction transaction(db);
  switch (to) {
    case FileVersion::none:
      break;
    case FileVersion::first:
      db.exec(kFirst);
      break;
    case FileVersion::marks:
      db.exec(kMarks);
      break;
    case FileVersion::levels:
      db.exec("ALTER TABLE local_scopes ADD COLUMN level INTEGER NOT NULL DEFAULT 1");
      db.exec("ALTER TABLE local_scopes ADD COLUMN fill INTEGER NOT NULL DEFAULT 0");
      break;
    case FileVersion::lean:
      db.exec(kLean);
      break;
    case FileVersion::borrowed:
      db.exec(kBorrowed);
      break;
    case FileVersion::status:
      for (const char* column : {"verified_version", "head", "taken", "expected"})
        db.exec("ALTER TABLE local_scopes ADD COLUMN " + std::string(column) + " INTEGER NOT NULL DEFAULT 0");
      break;
    case FileVersion::imports:
      db.exec(kImports);
      break;
  }
  db.exec("PRAGMA user_version = " + std::to_string(static_cast<int>(to)));
  transaction.commit();
}

std::set<std::string> columnsOf(Db& db, std::string_view table) {
  std::set<std::string> names;
  Statement s(db, "SELECT name FROM pragma_table_info(?)");
  s.with(table);
  while (s.step()) names.emplace(s.text(0));
  return names;
}

/// The list in a few words: when it is the one that the file was made for, nothing needs to be compared.
std::string fingerprint() {
  std::string out;
  for (const schema::Collection& collection : schema::collections()) {
    out += std::to_string(collection.id) + ':' + std::to_string(collection.fields.size()) + ':' +
           std::to_string(createIndexSql(collection).size()) + ' ';
  }
  return out;
}

void followList(Db& db) {
  const std::string wanted = fingerprint();
  {
    Statement s(db, "SELECT value FROM local_settings WHERE key = 'list'");
    if (s.step() && s.text(0) == wanted) return;
  }
  Transaction transaction(db);
  for (const schema::Collection& collection : schema::collections()) {
    const std::set<std::string> there = columnsOf(db, collection.name);
    if (there.empty()) db.exec(createTableSql(collection));
    for (const schema::Field& field : collection.fields) {
      if (!there.empty() && !there.contains(std::string(field.name)))
        db.exec(addColumnSql(collection, field));
    }
    for (const std::string& index : createIndexSql(collection)) db.exec(index);
  }
  Statement s(db, "INSERT OR REPLACE INTO local_settings (key, value) VALUES ('list', ?)");
  s.with(std::string_view(wanted)).run();
  transaction.commit();
}

std::filesystem::path suspectFile(const std::filesystem::path& file) { return file.string() + ".suspect"; }

}  // namespace

bool upgrade(Db& db) {
  const std::int64_t found = db.number("PRAGMA user_version");
  constexpr int kLatest = static_cast<int>(FileVersion::latest);
  if (found > kLatest) return false;
  for (int version = static_cast<int>(found) + 1; version <= kLatest; ++version) {
    step(db, static_cast<FileVersion>(version));
  }
  followList(db);
  return true;
}

void configure(Db& db, bool fullSync) {
  db.exec("PRAGMA journal_mode = WAL");
  db.exec(fullSync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  db.exec("PRAGMA temp_store = MEMORY");
  db.exec("PRAGMA cache_size = -16000");  // 16 MB: the index of a page's rows stays in memory
  // 16 MB: most pages are written again before the log is copied into the file
  db.exec("PRAGMA wal_autocheckpoint = 4000");
  db.exec("PRAGMA journal_size_limit = 33554432");  // 32 MB: the log shrinks again after a first sync
}

void markSuspect(const std::filesystem::path& file) { std::ofstream(suspectFile(file)) << "damaged\n"; }

bool isSuspect(const std::filesystem::path& file) { return std::filesystem::exists(suspectFile(file)); }

bool hasHeader(const std::filesystem::path& file) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  std::ifstream in(file, std::ios::binary);
  // Bytes 18 and 19 are the versions of the file format for writing and reading; with others than these
  // SQLite refuses to write, which would look like a disk's fault (sqlite.org/fileformat.html, 1.3.3).
  const auto known = [](char version) { return version == 1 || version == 2; };
  std::string begin(20, '\0');
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return in.gcount() == 0 || (begin.starts_with(kMagic) && known(begin[18]) && known(begin[19]));
}

bool passesCheck(Db& db) {
  constexpr std::int64_t kQuickPages = 8192;  // 32 MB are read in about 0.1 s
  const auto passes = [&db](const std::string& pragma) {
    Statement s(db, pragma);
    return s.step() && s.text(0) == "ok";
  };
  if (db.number("PRAGMA page_count") <= kQuickPages) return passes("PRAGMA quick_check(1)");
  for (const char* table : {"local_settings", "local_scopes", "local_outbox", "local_truth"}) {
    if (!passes("PRAGMA quick_check(" + std::string(table) + ")")) return false;
  }
  return true;
}

}  // namespace foyer::store
