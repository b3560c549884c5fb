// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "store/imports.hpp"
#include "store/query.hpp"
#include "store/store.hpp"

namespace foyer::store {

/// One field of a record that the server has not taken yet.
struct PendingField {
  std::string field;
  Pending state = Pending::none;
};

/// Reads the local database beside its writer, on a thread of its own (one Reader per thread). Sees
/// everything that was committed before the call. Throws Failure when the file is damaged or the disk fails.
class Reader {
 public:
  /// Errors: notFound (no such file), tooNew, damaged.
  static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& file);
  ~Reader();

  std::optional<model::Record> get(const schema::Collection& collection, const Uuid& scope, const Uuid& id);
  Pending pendingOf(const schema::Collection& collection, const Uuid& scope, const Uuid& id);
  /// Fields that edits of this record wait with; a held edit marks the field that was refused, or all of its
  /// fields. A record that is new as a whole has none.
  std::vector<PendingField> pendingFields(const schema::Collection& collection, const Uuid& scope,
                                          const Uuid& id);
  /// Base for an edit that begins now, as Store::baseOf. To be read before the record that is shown.
  std::int64_t baseOf(const Uuid& scope, const schema::Collection& collection, const Uuid& id);

  /// Rows of a query. Unknown fields throw std::logic_error.
  std::vector<model::Record> query(const QuerySpec& spec);
  /// The same without content: cheap enough for every row of a long list.
  std::vector<RowId> ids(const QuerySpec& spec);
  /// The same with a few fields: what a list is laid out by, read from an index where there is one.
  std::vector<RowValues> values(const QuerySpec& spec, std::initializer_list<std::string_view> fields);
  std::int64_t count(const QuerySpec& spec);

  /// As Imports::originals.
  std::vector<Original> originals(const Uuid& scope, const std::string& sha256);

  std::string setting(std::string_view key);

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

}  // namespace foyer::store
