// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_search.hpp"

#include <pqxx/pqxx>

#include "base/text.hpp"

namespace foyer::test {

std::vector<std::string> tablesWith(const std::string& connection, const std::string& marker) {
  pqxx::connection db(connection);
  pqxx::work tx(db);
  std::vector<std::string> found;
  const std::string hex = toHex(asBytes(marker));
  for (const auto& table : tx.exec("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
    const std::string name = table[0].as<std::string>();
    const auto rows = tx.exec_params("SELECT count(*) FROM " + tx.quote_name(name) +
                                         " t WHERE strpos(lower(t::text), $1) > 0 OR strpos(t::text, $2) > 0",
                                     marker, hex);
    if (rows[0][0].as<int>() > 0) found.push_back(name);
  }
  return found;
}

}  // namespace foyer::test
