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

RecordSql make(const schema::Collection& c) {
  const std::string table = '"' + std::string(c.name) + '"';
  std::vector<Column> fields;
  for (const schema::Field& f : c.fields)
    fields.push_back({'"' + std::string(f.name) + '"', sqlType(f.type)});
  const std::vector<Column> visible = {{"id", "uuid"},
                                       {"version", "bigint"},
                                       {"state", "smallint"},
                                       {"created_at", "bigint"},
                                       {"updated_at", "bigint"}};
  const std::string cells = join(visible, "") + (fields.empty() ? "" : ", ") + join(fields, "");

  std::vector<Column> all = visible;
  all.push_back({"hash", "bytea"});
  all.push_back({"meta", "bytea"});
  all.insert(all.end(), fields.begin(), fields.end());
  std::string arrays;
  for (std::size_t i = 0; i < all.size(); ++i) {
    arrays += (i ? ", $" : "$") + std::to_string(i + 2) + "::" + std::string(all[i].type) + "[]";
  }
  std::string sets;
  for (const Column& col : all) {
    if (col.name == "id" || col.name == "created_at") continue;
    sets += (sets.empty() ? "" : ", ") + col.name + " = u." + col.name;
  }
  sets += ", created_at = u.created_at";

  RecordSql sql;
  sql.collection = &c;
  sql.load =
      "SELECT " + join(all, "") + " FROM " + table + " WHERE scope_id = $1::uuid AND id = ANY($2::uuid[])";
  sql.insert = "INSERT INTO " + table + " (scope_id, " + join(all, "") +
               ") SELECT $1::uuid, u.* FROM unnest(" + arrays + ") AS u(" + join(all, "") + ")";
  sql.update = "UPDATE " + table + " AS t SET " + sets + " FROM unnest(" + arrays + ") AS u(" +
               join(all, "") + ") WHERE t.scope_id = $1::uuid AND t.id = u.id";
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
