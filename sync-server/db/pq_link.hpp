// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::server {

/// A failed statement or a lost connection.
class PqError : public std::runtime_error {
 public:
  PqError(const std::string& message, std::string sqlState, bool lost)
      : std::runtime_error(message), state(std::move(sqlState)), connectionLost(lost) {}
  /// Worth running the transaction again: deadlock or serialisation failure.
  bool retry() const { return state == "40001" || state == "40P01"; }
  /// What was asked can't be done, whenever it is asked: bad data, a broken constraint, a wrong statement.
  bool ofTheStatement() const {
    const std::string_view kind = std::string_view(state).substr(0, 2);
    return !connectionLost && (kind == "22" || kind == "23" || kind == "42" || kind == "54");
  }
  std::string state;
  bool connectionLost;
};

/// Binary parameters of one statement, in order.
class PqParams {
 public:
  PqParams& uuid(const Uuid& id);
  PqParams& integer(std::int64_t value);   ///< bigint
  PqParams& smallint(std::int16_t value);  ///< smallint
  PqParams& text(std::string_view value);  ///< refuses NUL
  PqParams& bytes(std::span<const std::uint8_t> value);
  PqParams& null();
  /// An array made by PqArray.
  PqParams& raw(std::string binary);

  int count() const { return static_cast<int>(m_values.size()); }
  const std::vector<std::string>& values() const { return m_values; }
  const std::vector<bool>& nulls() const { return m_nulls; }

 private:
  PqParams& add(std::string value, bool isNull = false);
  std::vector<std::string> m_values;
  std::vector<bool> m_nulls;
};

/// One-dimensional array in PostgreSQL's binary form, for unnest().
class PqArray {
 public:
  explicit PqArray(Oid element);
  void uuid(const Uuid& id);
  void integer(std::int64_t value);
  void smallint(std::int16_t value);
  void boolean(bool value);
  void text(std::string_view value);  ///< also json; refuses NUL
  void bytes(std::span<const std::uint8_t> value);
  void null();
  std::string finish();

 private:
  void length(std::int32_t n);
  std::string m_out;
  std::int32_t m_count = 0;
  bool m_nulls = false;
};

/// Rows of one statement.
class PqResult {
 public:
  explicit PqResult(PGresult* result) : m_result(result, &PQclear) {}
  int rows() const { return PQntuples(m_result.get()); }
  bool null(int row, int column) const { return PQgetisnull(m_result.get(), row, column) != 0; }
  std::string_view cell(int row, int column) const {
    return {PQgetvalue(m_result.get(), row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
  }
  // Of binary results only:
  Uuid uuid(int row, int column) const;
  std::int64_t integer(int row, int column) const;  ///< smallint, integer or bigint
  bool boolean(int row, int column) const { return cell(row, column)[0] != 0; }

 private:
  std::unique_ptr<PGresult, decltype(&PQclear)> m_result;
};

/// One connection to PostgreSQL with prepared statements and pipelining: several statements go out before the
/// first answer is waited for. One thread at a time.
class PqLink {
 public:
  /// Throws PqError when there is no connection.
  PqLink(const std::string& connection, int id);

  enum class Format { text = 0, binary = 1 };
  /// Adds a statement to the batch; it is prepared when this connection sees it for the first time.
  void add(const std::string& sql, const PqParams& params = {}, Format format = Format::binary);
  /// Sends the batch and waits. Results in the order of `add`. Throws the first error; the rest of the batch
  /// was then skipped by the server, preparations among it, and the connection is of no more use.
  std::vector<PqResult> run();
  /// Ends a transaction that went wrong. False when the connection is of no more use.
  bool rollback() noexcept;
  /// Whether the server has not hung up while nothing was asked. Doesn't wait.
  bool alive();
  int id() const { return m_id; }

 private:
  const std::string& prepared(const std::string& sql);
  void forgetPrepared();
  [[noreturn]] void fail(const std::string& what);

  std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
  std::unordered_map<std::string, std::string> m_names;
  std::vector<bool> m_pending;  ///< one per thing sent: true if it is a statement, false if a preparation
  bool m_failed = false;
  int m_id;
};

}  // namespace foyer::server
