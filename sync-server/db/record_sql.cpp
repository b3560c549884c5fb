// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_sql.hpp"

#include <map>

#include "schema/collections.hpp"

namespace foyer::server {
namespace {

std::string_view sqlType(schema::Type type) {
  switch (type) {
    case schema::Type::integer:
    case schema::Type::time:
      return "bigint";
    case schema::Type::boolean:
      return "boolean";
    case schema::Type::ref:
    case schema::Type::id:
      return "uuid";
    case schema::Type::textSet:
    case schema::Type::json:
      return "json";
    case schema::Type::bytes:
      return "bytea";
    default:
      return "text";
  }
}

struct Column {
  std::string name;
  std::string_view type;
};

std::string join(const std::vector<Column>& columns, const std::string& before,
                 const std::string& after = {}) {
  std::string out;
  for (const Column& c : columns) out += (out.empty() ? "" : ", ") + before + c.name + after;
  return out;
}

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

const std::vector<Column> kVisible = {{"id", "uuid"},
                                      {"version", "bigint"},
                                      {"state", "smallint"},
                                      {"created_at", "bigint"},
                                      {"updated_at", "bigint"}};

/// Columns in the order of RecordArrays.
std::vector<Column> columnsOf(const schema::Collection& c, const FieldMask& fields) {
  std::vector<Column> all = kVisible;
  all.push_back({"hash", "bytea"});
  all.push_back({"meta", "bytea"});
  for (std::size_t i = 0; i < c.fields.size(); ++i) {
    if (fields[i]) all.push_back({quoted(c.fields[i].name), sqlType(c.fields[i].type)});
  }
  return all;
}

/// The rows of $2… as a table `u`.
std::string unnest(const std::vector<Column>& columns) {
  std::string arrays;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    arrays += (i ? ", $" : "$") + std::to_string(i + 2) + "::" + std::string(columns[i].type) + "[]";
  }
  return "unnest(" + arrays + ") AS u(" + join(columns, "") + ")";
}

RecordSql make(const schema::Collection& c) {
  const std::string table = quoted(c.name);
  const std::vector<Column> all = columnsOf(c, FieldMask(c.fields.size(), true));
  std::string cells = join(kVisible, "");
  for (const schema::Field& field : c.fields) cells += ", " + quoted(field.name);

  RecordSql sql;
  sql.collection = &c;
  sql.load = loadSql(c, "id");
  sql.insert =
      "INSERT INTO " + table + " (scope_id, " + join(all, "") + ") SELECT $1::uuid, u.* FROM " + unnest(all);
  const std::string from = "SELECT " + cells + " FROM " + table + " WHERE scope_id = $1::uuid";
  const std::string window = " AND (version, id) > ($2::bigint, $3::uuid) AND version <= $4::bigint";
  const std::string order = " ORDER BY version, id LIMIT $5::bigint";
  sql.page = from + window + order;
  sql.pageLive = from + window + " AND state <> 2" + order;
  sql.marks = "SELECT id, version, state, hash FROM " + table + " WHERE scope_id = $1::uuid" + window + order;
  sql.exportRows = from + " AND state <> 2 AND id > $2::uuid ORDER BY id LIMIT $3::bigint";
  sql.catalogue = "SELECT t.id FROM " + table +
                  " t JOIN scopes s ON s.scope_id = t.scope_id AND s.kind = 32"
                  " WHERE t.id = ANY($1::uuid[]) AND t.state = 0";
  return sql;
}

}  // namespace

std::string loadSql(const schema::Collection& collection, std::string_view column) {
  const FieldMask fields(collection.fields.size(), true);
  // Joined and not "= ANY": one look into the index for each, whatever the planner believes of the table.
  return "SELECT " + join(columnsOf(collection, fields), "t.") +
         " FROM unnest($2::uuid[]) AS w(wanted) JOIN " + quoted(collection.name) +
         " t ON t.scope_id = $1::uuid AND t." + std::string(column) + " = w.wanted";
}

std::string updateSql(const schema::Collection& collection, const FieldMask& fields) {
  const std::vector<Column> columns = columnsOf(collection, fields);
  std::string sets;
  for (const Column& column : columns) {
    if (column.name == "id") continue;
    sets += (sets.empty() ? "" : ", ") + column.name + " = u." + column.name;
  }
  return "UPDATE " + quoted(collection.name) + " AS t SET " + sets + " FROM " + unnest(columns) +
         " WHERE t.scope_id = $1::uuid AND t.id = u.id";
}

std::string fillSql(const schema::Collection& collection, int level) {
  std::string sql = recordSql(collection).pageLive;
  if (collection.since > level) return sql;
  std::string lacking;
  for (const schema::Field& field : collection.fields) {
    if (field.since <= level) continue;
    lacking += (lacking.empty() ? "\"" : " OR \"") + std::string(field.name) + "\" IS NOT NULL";
  }
  return sql.insert(sql.find(" ORDER BY"), " AND (" + lacking + ")");
}

const RecordSql& recordSql(const schema::Collection& collection) {
  static const std::map<const schema::Collection*, RecordSql> all = [] {
    std::map<const schema::Collection*, RecordSql> made;
    for (const schema::Collection& c : schema::collections()) made.emplace(&c, make(c));
    return made;
  }();
  return all.at(&collection);
}

}  // namespace foyer::server
