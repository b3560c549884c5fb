// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/uuid.hpp"
#include "store/store.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace foyer::store {

/// What SQLite refused, with its extended code.
class SqliteError : public Failure {
 public:
  SqliteError(int code, const std::string& what);
  int code() const { return m_code; }

 private:
  int m_code;
};

class Db;

/// One prepared statement. Parameters and columns count from 1 and 0, as in SQLite. Bound text and bytes are
/// not copied: they must live until the statement is reset.
class Statement {
 public:
  Statement() = default;
  Statement(Db& db, std::string_view sql);
  Statement(Statement&& other) noexcept : m_stmt(std::exchange(other.m_stmt, nullptr)) {}
  Statement& operator=(Statement&& other) noexcept {
    std::swap(m_stmt, other.m_stmt);
    return *this;
  }
  ~Statement();

  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view text);
  void bind(int index, std::span<const std::uint8_t> bytes);
  void bind(int index, const Uuid& id) { bind(index, std::span<const std::uint8_t>(id.bytes)); }
  void bindNull(int index);
  template <class... Args>
  Statement& with(const Args&... args) {
    int index = 0;
    (bind(++index, args), ...);
    return *this;
  }

  /// True while there is a row. A finished statement resets itself.
  bool step();
  /// Runs a statement that returns no rows.
  void run();
  void reset();

  bool isNull(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::span<const std::uint8_t> bytes(int column) const;
  Uuid uuid(int column) const;
  explicit operator bool() const { return m_stmt != nullptr; }

 private:
  void check(int code) const;
  sqlite3_stmt* m_stmt = nullptr;
};

/// Resets a shared statement when leaving the block, so that no read transaction stays open.
class Resetter {
 public:
  explicit Resetter(Statement& s) : m_statement(s) {}
  ~Resetter() { m_statement.reset(); }
  Resetter(const Resetter&) = delete;
  Resetter& operator=(const Resetter&) = delete;

 private:
  Statement& m_statement;
};

/// One connection, used by one thread at a time.
class Db {
 public:
  enum class Mode { readWrite, readOnly };
  Db() = default;
  Db(const std::filesystem::path& file, Mode mode);
  Db(Db&& other) noexcept
      : m_db(std::exchange(other.m_db, nullptr)),
        m_begin(std::move(other.m_begin)),
        m_commit(std::move(other.m_commit)) {}
  Db& operator=(Db&& other) noexcept {
    std::swap(m_db, other.m_db);
    std::swap(m_begin, other.m_begin);
    std::swap(m_commit, other.m_commit);
    return *this;
  }
  ~Db();

  void exec(const std::string& sql);
  Statement prepare(std::string_view sql) { return {*this, sql}; }
  /// First column of the first row, 0 when there is none.
  std::int64_t number(std::string_view sql);
  std::int64_t changes() const;
  std::int64_t lastRowId() const;
  bool inTransaction() const;
  sqlite3* handle() const { return m_db; }
  void begin();
  void commit();

 private:
  sqlite3* m_db = nullptr;
  Statement m_begin;  ///< prepared when first used
  Statement m_commit;
};

/// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Db& db);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Db& m_db;
  bool m_open = true;
};

/// Double-quoted SQL name.
std::string sqlName(std::string_view name);

}  // namespace foyer::store
