// SPDX-License-Identifier: GPL-3.0-or-later
#include "collection_tables.hpp"

#include "sqlite.hpp"

namespace foyer::store {

namespace {

std::string_view sqlType(schema::Type type) {
  switch (type) {
    case schema::Type::integer:
    case schema::Type::boolean:
    case schema::Type::time:
      return "INTEGER";
    case schema::Type::ref:
    case schema::Type::id:
    case schema::Type::bytes:
      return "BLOB";
    default:
      return "TEXT";
  }
}

std::string column(const schema::Field& field) {
  return sqlName(field.name) + ' ' + std::string(sqlType(field.type));
}

struct Index {
  std::string_view collection;
  std::string_view field;
  std::string_view beside = {};  ///< more columns that a list is filtered by without reading its rows
};

/// Each begins with the scope, as every screen does, and ends with what a list of ids needs beside the field.
constexpr Index kIndexes[] = {
    {"photos", "taken_at", "rating, pick, favourite, camera"},
    {"photos", "perceptual_hash"},
    {"image_files", "photo"},
    {"album_items", "album"},
    {"watch_entries", "status"},
    {"watch_entries", "updated_at"},
    {"diary", "watched_on"},
    {"list_items", "list"},
    {"titles", "title"},
    {"external_ids", "title"},
    {"title_ratings", "title"},
    {"offers", "title"},
    {"conflicts", "subject_id"},
};

}  // namespace

std::string createTableSql(const schema::Collection& collection) {
  std::string sql =
      "CREATE TABLE " + sqlName(collection.name) +
      " (scope_id BLOB NOT NULL, id BLOB NOT NULL, version INTEGER NOT NULL, state INTEGER NOT NULL, "
      "created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, ";
  for (const schema::Field& field : collection.fields) sql += column(field) + ", ";
  return sql + "hash BLOB, UNIQUE (scope_id, id))";
}

std::string addColumnSql(const schema::Collection& collection, const schema::Field& field) {
  return "ALTER TABLE " + sqlName(collection.name) + " ADD COLUMN " + column(field);
}

std::vector<std::string> createIndexSql(const schema::Collection& collection) {
  std::vector<std::string> out;
  for (const Index& index : kIndexes) {
    if (index.collection != collection.name) continue;
    const std::string name = std::string(index.collection) + "_by_" + std::string(index.field);
    out.push_back("CREATE INDEX IF NOT EXISTS " + sqlName(name) + " ON " + sqlName(collection.name) +
                  " (scope_id, " + sqlName(index.field) + ", id, state" + (index.beside.empty() ? "" : ", ") +
                  std::string(index.beside) + ")");
  }
  return out;
}

}  // namespace foyer::store
