// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "schema/patterns.hpp"
#include "schema/types.hpp"

/// Rules for the list itself, checked while compiling: a wrong declaration does not build.
namespace foyer::schema {

/// Columns that every table has beside the declared fields.
inline constexpr std::string_view kRowColumns[] = {"scope_id",   "id",         "version", "state",
                                                   "created_at", "updated_at", "hash",    "meta"};
/// Words that SQLite or PostgreSQL would not take as a bare column name.
inline constexpr std::string_view kSqlWords[] = {
    "all",    "and",  "as",    "by",     "case",  "check", "column", "create",  "default",
    "desc",   "end",  "for",   "from",   "group", "index", "into",   "join",    "key",
    "limit",  "not",  "null",  "offset", "on",    "or",    "order",  "primary", "references",
    "select", "set",  "table", "then",   "to",    "union", "unique", "user",    "using",
    "values", "when", "where", "window", "with"};

/// The fewest code points that a text may have.
constexpr std::int64_t fewest(const Field& f) {
  const std::int64_t low = f.min == INT64_MIN ? 0 : f.min;
  return f.required && low < 1 ? 1 : low;
}

constexpr bool isTextLike(Type t) {
  return t == Type::text || t == Type::zoned || t == Type::date || t == Type::enumeration ||
         t == Type::json || t == Type::point || t == Type::amount || t == Type::hash;
}

constexpr bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
  for (std::string_view w : words) {
    if (w == word) return true;
  }
  return false;
}

constexpr bool isName(std::string_view s) {
  if (s.empty() || s.size() > 40 || s[0] < 'a' || s[0] > 'z') return false;
  for (char c : s) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  }
  return !isOneOf(s, kSqlWords);
}

constexpr bool ruleFits(const Field& f, bool facts) {
  if ((f.merge == Merge::server) != (f.writer == Writer::server)) return false;
  if (facts != (f.merge == Merge::fact)) return false;
  if (f.merge == Merge::set) return f.type == Type::textSet;
  if (f.merge == Merge::text) return f.type == Type::text && f.values.empty() && f.pattern.empty();
  if (f.type == Type::textSet) return f.merge == Merge::server || f.merge == Merge::fact;
  return true;
}

constexpr bool limitsFit(const Field& f) {
  const bool low = f.min != INT64_MIN;
  const bool high = f.max != INT64_MAX;
  const bool items = f.maxItems != INT64_MAX;
  if (low && high && f.min > f.max) return false;
  if (items != (f.type == Type::textSet)) return false;
  switch (f.type) {
    case Type::text:
    case Type::textSet:
    case Type::bytes:
    case Type::json:
      return high && f.max > 0;
    case Type::integer:
    case Type::time:
      return low && high && f.min >= -9'007'199'254'740'991 && f.max <= 9'007'199'254'740'991;
    default:
      return !low && !high;
  }
}

constexpr bool wordsFit(const Field& f) {
  if (f.type == Type::enumeration && f.values.empty()) return false;
  if (!f.values.empty() && f.type != Type::enumeration && f.type != Type::textSet) return false;
  for (std::size_t i = 0; i < f.values.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (f.values[i] == f.values[k]) return false;
    }
  }
  if (f.pattern.empty()) return true;
  return (f.type == Type::text || f.type == Type::textSet) && isOneOf(f.pattern, kPatternNames);
}

constexpr const Collection* findIn(std::span<const Collection> all, std::string_view name) {
  for (const Collection& c : all) {
    if (c.name == name) return &c;
  }
  return nullptr;
}

/// A reference points into its own scope or the catalogue, to a collection that a first sync sends earlier.
constexpr bool targetFits(const Collection& c, const Field& f, std::span<const Collection> all) {
  if (f.type != Type::ref) return f.target.empty();
  const Collection* target = findIn(all, f.target);
  if (target == nullptr || target->id >= c.id) return false;
  return target->scopes == only(Scope::catalog) || (target->scopes & c.scopes) == c.scopes;
}

constexpr std::string_view fieldProblem(const Collection& c, const Field& f,
                                        std::span<const Collection> all) {
  if (f.id == 0) return "a field needs an id";
  if (!isName(f.name) || isOneOf(f.name, kRowColumns)) return "a field's name is no column name, or reserved";
  if (!ruleFits(f, c.facts)) return "a field's merge rule, writer and type don't fit";
  if (!limitsFit(f)) return "a field's limits don't fit its type";
  if (!wordsFit(f)) return "a field's values or pattern don't fit";
  if (!targetFits(c, f, all)) return "a reference's target is unknown, later, or in another scope";
  if (f.since < c.since || f.since > kSchemaLevel) return "a field's level does not exist";
  for (const Field& other : c.fields) {
    if (&other == &f) break;
    if (other.id >= f.id) return "a collection's fields are not in ascending order of id";
    if (other.name == f.name) return "a field's name is there twice";
  }
  return {};
}

/// Number of fields when there is none of that name. An index, since g++ 12 with the undefined-behaviour
/// sanitizer does not take a comparison of such an address with null for a constant.
constexpr std::size_t placeOf(const Collection& c, std::string_view name) {
  std::size_t at = 0;
  while (at < c.fields.size() && c.fields[at].name != name) ++at;
  return at;
}

constexpr std::string_view keyProblem(const Collection& c) {
  for (std::string_view part : c.key) {
    const std::size_t at = placeOf(c, part);
    if (at == c.fields.size()) return "a key names a field that is not there";
    const Field& f = c.fields[at];
    if (f.merge != Merge::fixed && f.merge != Merge::server) return "a key field may change";
    if (f.type == Type::textSet || f.type == Type::bytes || f.type == Type::json) return "a key field's type";
  }
  if (c.head && !c.key.empty()) return "the head of a scope has the scope's id, not a natural key";
  return {};
}

/// What is wrong with the list; empty when nothing is.
constexpr std::string_view firstProblem(std::span<const Collection> all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Collection& c = all[i];
    if (c.id == 0 || !isName(c.name)) return "a collection needs an id and a name";
    if (i > 0 && all[i - 1].id >= c.id) return "collections are not in ascending order of id";
    for (std::size_t k = 0; k < i; ++k) {
      if (all[k].name == c.name) return "a collection's name is there twice";
    }
    if (c.scopes == 0 || c.fields.empty() || c.doc.empty()) return "a collection lacks scopes, fields or doc";
    if (c.since == 0 || c.since > kSchemaLevel) return "a collection's level does not exist";
    if (c.facts && (c.head || !c.key.empty())) return "facts are neither heads nor have keys";
    for (const Field& f : c.fields) {
      if (const std::string_view problem = fieldProblem(c, f, all); !problem.empty()) return problem;
    }
    if (const std::string_view problem = keyProblem(c); !problem.empty()) return problem;
    if (!c.parent.empty()) {
      const std::size_t at = placeOf(c, c.parent);
      if (at == c.fields.size() || c.fields[at].type != Type::ref || !c.fields[at].required) {
        return "a parent is a required reference";
      }
    }
  }
  return {};
}

constexpr bool wellFormed(std::span<const Collection> all) { return firstProblem(all).empty(); }

}  // namespace foyer::schema
