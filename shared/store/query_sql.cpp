// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_sql.hpp"

#include <stdexcept>

#include "record_table.hpp"
#include "search_index.hpp"

namespace foyer::store {

namespace {

/// The column of a field name; `field` stays null for the columns every table has.
std::string columnOf(const schema::Collection& collection, std::string_view name,
                     const schema::Field*& field) {
  for (const std::string_view plain : {"id", "version", "created_at", "updated_at"}) {
    if (plain == name) return "t." + std::string(name);
  }
  field = collection.find(name);
  if (!field) throw std::logic_error("no field " + std::string(name) + " in " + std::string(collection.name));
  return "t." + sqlName(name);
}

std::string_view comparison(Filter::Op op) {
  switch (op) {
    case Filter::Op::notEqual:
      return " IS NOT ";
    case Filter::Op::less:
      return " < ";
    case Filter::Op::atMost:
      return " <= ";
    case Filter::Op::more:
      return " > ";
    case Filter::Op::atLeast:
      return " >= ";
    default:
      return " = ";
  }
}

}  // namespace

QuerySql::QuerySql(const QuerySpec& spec, const std::string& columns) {
  const schema::Collection& collection = *spec.collection;
  // A search begins at the index, so that the first rows are there without looking at all that match.
  const bool searching = !spec.search.empty();
  m_text =
      "SELECT " + columns + " FROM " +
      (searching ? "local_search AS s CROSS JOIN local_search_rows AS r ON r.number = s.rowid CROSS JOIN "
                 : "") +
      sqlName(collection.name) + " AS t " + (searching ? "ON t.scope_id = r.scope AND t.id = r.id " : "") +
      "WHERE t.state = " + (spec.deleted ? "1" : "0");
  where(spec);
  if (columns == "count(*)") return;
  if (searching && spec.order.empty()) {
    m_text +=
        " ORDER BY s.rowid LIMIT " + std::to_string(spec.limit) + " OFFSET " + std::to_string(spec.offset);
    return;
  }
  m_text += " ORDER BY ";
  std::string_view direction;
  for (const Order& order : spec.order) {
    const schema::Field* field = nullptr;
    direction = order.descending ? " DESC" : "";
    m_text += columnOf(collection, order.field, field) + std::string(direction) + ", ";
  }
  // Ties in the same direction, so that an index can be read backwards.
  m_text += "t.id" + std::string(direction) + ", t.scope_id LIMIT " + std::to_string(spec.limit) +
            " OFFSET " + std::to_string(spec.offset);
}

void QuerySql::where(const QuerySpec& spec) {
  if (spec.scope) m_text += " AND t.scope_id = " + hole(nullptr, *spec.scope);
  for (const Filter& condition : spec.filters) filter(*spec.collection, condition);
  if (spec.search.empty()) return;
  const std::string words = searchQuery(spec.search);
  if (words.empty()) {
    m_text += " AND 0";
    return;
  }
  m_text += " AND s.words MATCH " + hole(nullptr, words) +
            " AND r.collection = " + std::to_string(spec.collection->id);
}

void QuerySql::filter(const schema::Collection& collection, const Filter& filter) {
  const schema::Field* field = nullptr;
  const std::string column = columnOf(collection, filter.field, field);
  const auto value = [&] { return filter.values.empty() ? model::Value{} : filter.values.front(); };
  switch (filter.op) {
    case Filter::Op::missing:
      m_text += " AND " + column + " IS NULL";
      return;
    case Filter::Op::present:
      m_text += " AND " + column + " IS NOT NULL";
      return;
    case Filter::Op::contains:
      m_text += " AND EXISTS (SELECT 1 FROM json_each(" + column +
                ") WHERE value = " + hole(nullptr, value()) + ")";
      return;
    case Filter::Op::oneOf: {
      std::string holes;
      for (const model::Value& v : filter.values) holes += (holes.empty() ? "" : ", ") + hole(field, v);
      m_text += " AND " + column + " IN (" + holes + ")";
      return;
    }
    default:
      m_text += " AND " + column + std::string(comparison(filter.op)) + hole(field, value());
  }
}

std::string QuerySql::hole(const schema::Field* field, const model::Value& value) {
  m_bound.push_back({field, value, {}});
  return "?" + std::to_string(m_bound.size());
}

void QuerySql::bindTo(Statement& s) {
  static const schema::Field kPlain;
  int index = 0;
  for (Bound& bound : m_bound)
    bindValue(s, ++index, bound.field ? *bound.field : kPlain, bound.value, bound.scratch);
}

}  // namespace foyer::store
