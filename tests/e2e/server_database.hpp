// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

namespace foyer::test {

/// A look into a server's database from outside, by a connection of its own. Throws std::runtime_error.
class ServerDatabase {
 public:
  /// By a libpq connection string.
  explicit ServerDatabase(const std::string& connection);
  /// The private PostgreSQL of a server's data folder.
  static ServerDatabase of(const std::string& dataDir);

  using Row = std::vector<std::string>;  ///< values as text; "" for null
  std::vector<Row> rows(const std::string& sql);
  std::int64_t number(const std::string& sql);  ///< the only value of the only row

 private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

/// Ids of the processes that work for connections of this PostgreSQL, by its postmaster's.
std::vector<int> backendsOf(int postmaster);

}  // namespace foyer::test
