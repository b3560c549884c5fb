// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hlc.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"

/// Pure functions of design laws 7 and 8. No clocks, no I/O, no state: the server and every device call the
/// same.
namespace foyer::merge {

/// A point in a scope's history: which version, by which device.
struct Mark {
  std::int64_t version = 0;  ///< 0 = never
  Uuid device;
  bool operator==(const Mark&) const = default;
};

/// The newest mark, and the newest by any device other than that one's: enough to decide for any device
/// whether it knew all of them.
struct NewestTwo {
  Mark newest;
  Mark other;
  void add(Mark mark);
  /// True when an author with this `base` on this device knew every mark ever added.
  bool knownTo(std::int64_t base, const Uuid& device) const;
  bool operator==(const NewestTwo&) const = default;
};

/// Merge state of one field; exists on the server only.
struct FieldMeta {
  std::uint16_t field = 0;
  Stamp stamp;
  std::int64_t version = 0;
  bool operator==(const FieldMeta&) const = default;
};

/// Merge state of one element of a set field: when it was added. Removed elements keep none.
struct ElementMeta {
  std::uint16_t field = 0;
  std::string element;
  NewestTwo adds;
  bool operator==(const ElementMeta&) const = default;
};

/// Everything the server keeps beside a row in order to merge.
struct Meta {
  std::vector<FieldMeta> fields;      ///< sorted by field
  std::vector<ElementMeta> elements;  ///< sorted by field, element
  NewestTwo edits;                    ///< edits by persons, won or lost (law 8)
  Mark deleted;                       ///< version 0 = live
  bool operator==(const Meta&) const = default;
};

struct ServerRecord {
  model::Record row;
  Meta meta;
};

/// A value that lost to one that did not know it.
struct Conflict {
  enum class Kind : std::uint8_t {
    value,    ///< field: two values, one lost
    kept,     ///< a delete did not take effect because of an edit it did not know
    revived,  ///< an edit brought back what somebody else had deleted
  };
  Kind kind = Kind::value;
  const schema::Field* field = nullptr;  ///< kind value only
  model::Value lost;
  model::Value kept;
  Stamp lostBy;
  Stamp keptBy;
};

struct Applied {
  model::Outcome outcome = model::Outcome::applied;
  bool rowChanged = false;   ///< the visible row differs and takes the new version
  bool metaChanged = false;  ///< only merge state differs
  std::vector<Conflict> conflicts;
};

/// Applies a valid mutation to what the server has. `record` is empty when the id is unknown; then only a
/// create may be passed. `version` is the scope's new counter value, `m.stamp` already raised and bounded by
/// the caller (law 4). Fields of rule `server` and facts that exist are refused before this is called.
Applied apply(std::optional<ServerRecord>& record, const model::Mutation& m, std::int64_t version);

/// The device's view: `truth` (empty if the server has none) with pending mutations of the same record on
/// top, in order. Empty result: nothing to show.
std::optional<model::Record> overlay(std::optional<model::Record> truth,
                                     std::span<const model::Mutation> pending);

/// Value of one field after one patch on top of `truth`.
model::Value overlayValue(const model::Value& truth, const model::FieldPatch& patch);

/// Three-way merge by words. Words and the white space between them are separate tokens. A region that both
/// sides changed differently goes to `mine` when `mineWins`, else to `theirs`; `overlapped` tells that there
/// was one.
struct TextMerge {
  std::string text;
  bool overlapped = false;
};
TextMerge mergeText(std::string_view base, std::string_view theirs, std::string_view mine, bool mineWins);

/// Compact binary form of Meta for one database column; decode throws std::runtime_error on damage.
std::string encodeMeta(const Meta& meta);
Meta decodeMeta(std::string_view bytes);

}  // namespace foyer::merge
