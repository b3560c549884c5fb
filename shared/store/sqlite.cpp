// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite.hpp"

#include <sqlite3.h>

#include <limits>

namespace foyer::store {

namespace {

[[noreturn]] void fail(sqlite3* db, int code, std::string_view doing) {
  std::string what(doing);
  what += ": ";
  what += db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  throw SqliteError(code, what);
}

int length(std::size_t size) {
  if (size > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw SqliteError(SQLITE_TOOBIG, "value too long");
  return static_cast<int>(size);
}

}  // namespace

SqliteError::SqliteError(int code, const std::string& what)
    : Failure(what, (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB), m_code(code) {}

Statement::Statement(Db& db, std::string_view sql) {
  const int rc = sqlite3_prepare_v3(db.handle(), sql.data(), length(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                    &m_stmt, nullptr);
  if (rc != SQLITE_OK) fail(db.handle(), rc, sql);
}

Statement::~Statement() { sqlite3_finalize(m_stmt); }

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(m_stmt), code, sqlite3_sql(m_stmt));
}

void Statement::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(m_stmt, index, value)); }

void Statement::bind(int index, std::string_view text) {
  check(sqlite3_bind_text(m_stmt, index, text.data() ? text.data() : "", length(text.size()), nullptr));
}

void Statement::bind(int index, std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) {
    check(sqlite3_bind_zeroblob(m_stmt, index, 0));
  } else {
    check(sqlite3_bind_blob(m_stmt, index, bytes.data(), length(bytes.size()), nullptr));
  }
}

void Statement::bindNull(int index) { check(sqlite3_bind_null(m_stmt, index)); }

bool Statement::step() {
  const int rc = sqlite3_step(m_stmt);
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) {
    sqlite3_reset(m_stmt);
    return false;
  }
  const SqliteError error(
      sqlite3_extended_errcode(sqlite3_db_handle(m_stmt)),
      std::string(sqlite3_sql(m_stmt)) + ": " + sqlite3_errmsg(sqlite3_db_handle(m_stmt)));
  sqlite3_reset(m_stmt);
  throw error;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() { sqlite3_reset(m_stmt); }

bool Statement::isNull(int column) const { return sqlite3_column_type(m_stmt, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_stmt, column); }

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_stmt, column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, column))};
}

std::span<const std::uint8_t> Statement::bytes(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_stmt, column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, column))};
}

Uuid Statement::uuid(int column) const { return Uuid::fromBytes(bytes(column)).value_or(Uuid{}); }

Db::Db(const std::filesystem::path& file, Mode mode) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= mode == Mode::readOnly ? SQLITE_OPEN_READONLY : (SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const int rc = sqlite3_open_v2(file.c_str(), &m_db, flags, nullptr);
  if (rc != SQLITE_OK) {
    const SqliteError error(rc,
                            "open " + file.string() + ": " + (m_db ? sqlite3_errmsg(m_db) : "out of memory"));
    sqlite3_close(std::exchange(m_db, nullptr));
    throw error;
  }
  sqlite3_busy_timeout(m_db, 10'000);
}

Db::~Db() {
  m_begin = {};
  m_commit = {};
  sqlite3_close_v2(m_db);
}

void Db::exec(const std::string& sql) {
  const int rc = sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) fail(m_db, rc, sql);
}

std::int64_t Db::number(std::string_view sql) {
  Statement s(*this, sql);
  return s.step() ? s.integer(0) : 0;
}

std::int64_t Db::changes() const { return sqlite3_changes64(m_db); }
std::int64_t Db::lastRowId() const { return sqlite3_last_insert_rowid(m_db); }
bool Db::inTransaction() const { return sqlite3_get_autocommit(m_db) == 0; }

void Db::begin() {
  if (!m_begin) m_begin = prepare("BEGIN IMMEDIATE");
  m_begin.run();
}

void Db::commit() {
  if (!m_commit) m_commit = prepare("COMMIT");
  m_commit.run();
}

Transaction::Transaction(Db& db) : m_db(db) { m_db.begin(); }

Transaction::~Transaction() {
  if (!m_open || !m_db.inTransaction()) return;
  sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  m_db.commit();
  m_open = false;
}

std::string sqlName(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

}  // namespace foyer::store
