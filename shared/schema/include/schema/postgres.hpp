// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types.hpp"

/// The server's tables as the list asks for them. Migrations are written by hand from the draft; the
/// comparison tells whether a migrated database still fits the list.
namespace foyer::schema {

std::string_view postgresType(Type type);

/// Draft of a migration: the collection's table and the index that pages and followers read along.
std::string postgresTable(const Collection& collection);
/// Draft of a migration for a field that came later.
std::string postgresColumn(const Collection& collection, const Field& field);

struct Column {
  std::string table;
  std::string name;
  std::string type;  ///< as information_schema.columns says: "bigint", "bytea", …
  bool nullable = true;
  auto operator<=>(const Column&) const = default;
};

/// Every column of every collection's table, sorted.
std::vector<Column> declaredColumns(std::span<const Collection> all);

struct Difference {
  enum class Kind { missingTable, missingColumn, extraColumn, otherType, otherNull };
  Kind kind;
  std::string table;
  std::string column;  ///< empty for missingTable
  std::string declared;
  std::string found;
  std::string sentence() const;
};

/// Where `found` (columns of the database, any order; tables that are no collections are ignored) differs
/// from what is declared. Empty: no drift.
std::vector<Difference> drift(std::span<const Collection> all, std::vector<Column> found);

}  // namespace foyer::schema
