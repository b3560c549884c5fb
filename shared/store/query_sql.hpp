// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "sqlite.hpp"
#include "store/query.hpp"

namespace foyer::store {

/// A query as SQL text and what is bound to it.
class QuerySql {
 public:
  /// `columns`: what to select, or "count(*)".
  QuerySql(const QuerySpec& spec, const std::string& columns);
  const std::string& text() const { return m_text; }
  /// `s` was prepared from text().
  void bindTo(Statement& s);

 private:
  struct Bound {
    const schema::Field* field = nullptr;  ///< null: a plain number, text or id
    model::Value value;
    std::string scratch;
  };
  void where(const QuerySpec& spec);
  void filter(const schema::Collection& collection, const Filter& filter);
  std::string hole(const schema::Field* field, const model::Value& value);

  std::string m_text;
  std::vector<Bound> m_bound;
};

}  // namespace foyer::store
