// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/postgres.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace foyer::schema {
namespace {

struct RowColumn {
  std::string_view name;
  std::string_view type;
  bool nullable;
};

/// Tombstones have neither content nor hash; `meta` is the server's merge state.
constexpr RowColumn kRow[] = {
    {"scope_id", "uuid", false},  {"id", "uuid", false},           {"version", "bigint", false},
    {"state", "smallint", false}, {"created_at", "bigint", false}, {"updated_at", "bigint", false},
    {"hash", "bytea", true},      {"meta", "bytea", true},
};

std::string_view nullWord(bool nullable) { return nullable ? "may be null" : "not null"; }

}  // namespace

std::string_view postgresType(Type type) {
  switch (type) {
    case Type::integer:
    case Type::time:
      return "bigint";
    case Type::boolean:
      return "boolean";
    case Type::ref:
    case Type::id:
      return "uuid";
    case Type::bytes:
      return "bytea";
    case Type::textSet:
    case Type::json:
      return "json";
    default:
      return "text";
  }
}

std::string postgresTable(const Collection& collection) {
  const std::string table(collection.name);
  std::string sql = "CREATE TABLE " + table + " (\n";
  for (const RowColumn& c : kRow) {
    sql += "  " + std::string(c.name) + " " + std::string(c.type) + (c.nullable ? ",\n" : " NOT NULL,\n");
  }
  for (const Field& field : collection.fields) {
    sql += "  " + std::string(field.name) + " " + std::string(postgresType(field.type)) + ",\n";
  }
  sql += "  PRIMARY KEY (scope_id, id)\n);\n";
  return sql + "CREATE INDEX " + table + "_by_version ON " + table + " (scope_id, version, id);\n";
}

std::string postgresColumn(const Collection& collection, const Field& field) {
  return "ALTER TABLE " + std::string(collection.name) + " ADD COLUMN " + std::string(field.name) + " " +
         std::string(postgresType(field.type)) + ";\n";
}

std::vector<Column> declaredColumns(std::span<const Collection> all) {
  std::vector<Column> out;
  for (const Collection& collection : all) {
    const std::string table(collection.name);
    for (const RowColumn& c : kRow)
      out.push_back({table, std::string(c.name), std::string(c.type), c.nullable});
    for (const Field& f : collection.fields) {
      out.push_back({table, std::string(f.name), std::string(postgresType(f.type)), true});
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string Difference::sentence() const {
  switch (kind) {
    case Kind::missingTable:
      return "Table " + table + " is missing.";
    case Kind::missingColumn:
      return "Column " + table + "." + column + " (" + declared + ") is missing.";
    case Kind::extraColumn:
      return "Column " + table + "." + column + " (" + found + ") is not declared.";
    case Kind::otherType:
      return "Column " + table + "." + column + " is " + found + ", declared as " + declared + ".";
    case Kind::otherNull:
      return "Column " + table + "." + column + " is " + found + ", declared as " + declared + ".";
  }
  return {};
}

std::vector<Difference> drift(std::span<const Collection> all, std::vector<Column> found) {
  using Kind = Difference::Kind;
  std::map<std::pair<std::string, std::string>, Column> there;
  std::set<std::string> tables;
  for (Column& c : found) {
    tables.insert(c.table);
    auto key = std::pair{c.table, c.name};
    there.emplace(std::move(key), std::move(c));
  }
  std::vector<Difference> out;
  std::set<std::string> declaredTables;
  for (const Column& want : declaredColumns(all)) {
    const bool newTable = declaredTables.insert(want.table).second;
    if (!tables.contains(want.table)) {
      if (newTable) out.push_back({Kind::missingTable, want.table, {}, {}, {}});
      continue;
    }
    const auto at = there.find({want.table, want.name});
    if (at == there.end()) {
      out.push_back({Kind::missingColumn, want.table, want.name, want.type, {}});
      continue;
    }
    const Column& have = at->second;
    if (have.type != want.type) {
      out.push_back({Kind::otherType, want.table, want.name, want.type, have.type});
    } else if (have.nullable != want.nullable) {
      out.push_back({Kind::otherNull, want.table, want.name, std::string(nullWord(want.nullable)),
                     std::string(nullWord(have.nullable))});
    }
    there.erase(at);
  }
  for (const auto& [key, column] : there) {
    if (declaredTables.contains(key.first))
      out.push_back({Kind::extraColumn, key.first, key.second, {}, column.type});
  }
  return out;
}

}  // namespace foyer::schema
