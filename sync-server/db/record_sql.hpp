// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "merge/merge.hpp"
#include "model/digest.hpp"
#include "pq_link.hpp"
#include "schema/types.hpp"
#include "server/db/field_seal.hpp"

namespace foyer::server {

/// The statements of one collection's table, made from its declaration. The table has the name of the
/// collection and one column per field.
struct RecordSql {
  const schema::Collection* collection = nullptr;
  std::string load;        ///< loadSql by id
  std::string insert;      ///< $1 scope, $2… RecordArrays of all fields
  std::string page;        ///< $1 scope, $2 version, $3 id, $4 until, $5 limit; columns as in readRecord
  std::string pageLive;    ///< the same without tombstones
  std::string exportRows;  ///< $1 scope, $2 after id, $3 limit; not tombstones
  std::string marks;       ///< the parameters of page; columns: id, version, state, hash
  std::string catalogue;   ///< $1 ids: those that are live in a catalogue
};

/// As pageLive, only rows with something that this schema level lacks.
std::string fillSql(const schema::Collection& collection, int level);

/// Made once; in the order of the list.
const RecordSql& recordSql(const schema::Collection& collection);

/// Rows whose column, which holds ids, is one of $2: $1 scope; columns as in readServerRecord.
std::string loadSql(const schema::Collection& collection, std::string_view column);

/// Which fields, by their place in the declaration.
using FieldMask = std::vector<bool>;

/// Writes these fields of rows that are there, and what every write changes: $1 scope, $2… RecordArrays of
/// the same fields. What a picture's title costs must not depend on the size of its preview.
std::string updateSql(const schema::Collection& collection, const FieldMask& fields);

/// A row of RecordSql::load, binary.
struct LoadedRecord {
  merge::ServerRecord record;
  model::Digest hash;
};
LoadedRecord readServerRecord(const PqResult& result, int row, const schema::Collection& c, const Uuid& scope,
                              const FieldSeal& seal);

/// A row of page or exportRows; columns: id, version, state, created, updated, fields. Text or binary
/// results.
model::Record readRecord(const PqResult& result, int row, const schema::Collection& c, const Uuid& scope,
                         PqLink::Format format, const FieldSeal& seal);

/// One array per column: id, version, state, created, updated, hash, meta, and the fields chosen.
class RecordArrays {
 public:
  RecordArrays(const schema::Collection& c, const FieldSeal& seal);
  RecordArrays(const schema::Collection& c, const FieldSeal& seal, FieldMask fields);
  void add(const merge::ServerRecord& record, const model::Digest& hash);
  bool empty() const { return m_rows == 0; }
  PqParams params(const Uuid& scope);

 private:
  const schema::Collection& m_collection;
  const FieldSeal& m_seal;
  FieldMask m_fields;
  std::vector<PqArray> m_columns;
  int m_rows = 0;
};

}  // namespace foyer::server
