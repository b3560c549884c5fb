// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/digest.hpp"
#include "model/record.hpp"
#include "sqlite.hpp"

namespace foyer::store {

/// Columns every collection's table starts with, in the order that selectList() gives them.
inline constexpr std::string_view kRowColumns[] = {"scope_id", "id",         "version",
                                                   "state",    "created_at", "updated_at"};
inline constexpr int kFirstField = 6;

/// "scope_id, id, version, …, fields": what readRow() expects a statement to return.
std::string selectList(const schema::Collection& collection, const std::string& prefix = {});
/// The record in the current row of a statement made with selectList().
model::Record readRow(const schema::Collection& collection, const Statement& row);
/// One column of the current row as a value of this field.
model::Value readValue(const schema::Field& field, const Statement& row, int column);
/// Binds one value; `scratch` keeps text made on the way and must outlive the statement's run.
void bindValue(Statement& s, int index, const schema::Field& field, const model::Value& value,
               std::string& scratch);

/// The shown rows of one collection, for the writer. Each row keeps the version and the hash of the server's
/// row; both are missing (0, NULL) while the server has none.
class RecordTable {
 public:
  RecordTable(Db& db, const schema::Collection& collection);

  const schema::Collection& collection() const { return *m_collection; }

  struct Head {
    std::int64_t version = 0;
    std::optional<model::Digest> hash;
  };
  std::optional<Head> head(const Uuid& scope, const Uuid& id);
  struct Stored {
    model::Record row;
    std::optional<model::Digest> hash;
  };
  std::optional<Stored> stored(const Uuid& scope, const Uuid& id);
  std::optional<model::Record> read(const Uuid& scope, const Uuid& id);
  /// False when the row is there already.
  bool insert(const model::Record& row, const std::optional<model::Digest>& hash);
  /// Writes what is another than in `before`, which is the row as stored: a column that is written again
  /// costs a page of each index it is in.
  void change(const model::Record& before, const model::Record& row,
              const std::optional<model::Digest>& hash);
  void put(const model::Record& row, const std::optional<model::Digest>& hash);
  void erase(const Uuid& scope, const Uuid& id);

 private:
  /// The columns that an update sets, by their place behind the key: version, state, created, updated,
  /// fields.
  using Mask = std::vector<bool>;
  Statement& updateOf(const Mask& mask);
  void bindRow(Statement& s, const model::Record& row, const std::optional<model::Digest>& hash);
  void bindHash(Statement& s, int index, const std::optional<model::Digest>& hash);

  Db* m_db;
  const schema::Collection* m_collection;
  Statement m_head;
  Statement m_read;
  Statement m_insert;
  std::map<Mask, Statement> m_updates;
  Statement m_erase;
  std::vector<std::string> m_scratch;
  std::array<std::uint8_t, 16> m_hash{};
};

}  // namespace foyer::store
