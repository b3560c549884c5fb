// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/record.hpp"

namespace foyer::store {

/// One condition on a field. Beside the declared fields there are "id", "version", "created_at" and
/// "updated_at".
struct Filter {
  enum class Op : std::uint8_t {
    equal,
    notEqual,  ///< also true where there is no value
    less,
    atMost,
    more,
    atLeast,
    oneOf,     ///< any of `values`
    contains,  ///< set fields: has the element
    missing,   ///< no value; `values` is empty
    present,
  };
  std::string field;
  Op op = Op::equal;
  std::vector<model::Value> values;
};

struct Order {
  std::string field;
  bool descending = false;
};

/// Which rows of one collection, in which order. Equal rows are ordered by id, so that pages never overlap.
struct QuerySpec {
  const schema::Collection* collection = nullptr;
  std::optional<Uuid> scope;  ///< none: all scopes
  std::vector<Filter> filters;
  /// Words as typed; the last one may be unfinished. Only what the index has by now. Without an `order`, what
  /// was indexed first comes first.
  std::string search;
  std::vector<Order> order;
  bool deleted = false;     ///< the trash instead of what is live
  std::int64_t limit = -1;  ///< -1: all
  std::int64_t offset = 0;
};

/// A row with some of its fields, in the order in which they were asked for.
struct RowValues {
  Uuid scope;
  Uuid id;
  std::vector<model::Value> values;
};

/// Which record, without its content.
struct RowId {
  Uuid scope;
  Uuid id;
  bool operator==(const RowId&) const = default;
};

}  // namespace foyer::store
