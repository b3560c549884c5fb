// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hlc.hpp"
#include "base/uuid.hpp"

/// What the server keeps beside a row in order to merge. Devices have none of it.
namespace foyer::merge {

/// A point in a scope's history: which version, by which device, stamped when.
struct Mark {
  std::int64_t version = 0;  ///< 0 = never
  Uuid device;
  Hlc time;

  Stamp stamp() const { return {time, device}; }
  /// An author with this `base` on this device knew it (design law 8).
  bool knownTo(std::int64_t base, const Uuid& author) const { return version <= base || device == author; }
  bool operator==(const Mark&) const = default;
};

/// The newest mark, and the newest by any device other than that one's: enough to decide for any device
/// whether it knew all of them.
struct NewestTwo {
  Mark newest;
  Mark other;

  void add(const Mark& mark);
  /// True when an author with this `base` on this device knew every mark ever added.
  bool knownTo(std::int64_t base, const Uuid& device) const;
  /// The newest mark that the author did not know; version 0 when there is none.
  Mark unknownTo(std::int64_t base, const Uuid& device) const;
  bool operator==(const NewestTwo&) const = default;
};

/// Who stands behind the current value of one field. `top` has the highest stamp. `also` holds others who
/// gave the same value, or words of the same text, without knowing each other; sorted, one per device, nearly
/// always empty.
struct FieldMeta {
  std::uint16_t field = 0;
  Mark top;
  std::vector<Mark> also;

  bool knownTo(std::int64_t base, const Uuid& device) const;
  bool operator==(const FieldMeta&) const = default;
};

/// One present element of a set field and everybody who added it: the newest add of each device, sorted by
/// device. A remove takes away the adds it knows; the element goes with the last of them.
struct ElementMeta {
  std::uint16_t field = 0;
  std::string element;
  std::vector<Mark> adds;
  bool operator==(const ElementMeta&) const = default;
};

struct Meta {
  std::vector<FieldMeta> fields;      ///< sorted by field
  std::vector<ElementMeta> elements;  ///< sorted by field, element
  NewestTwo edits;                    ///< edits by persons, won or lost (law 8)
  NewestTwo deletes;                  ///< deletes while the record is deleted; empty when live
  bool operator==(const Meta&) const = default;
};

/// Compact binary form for one database column; decode throws std::runtime_error on damage.
std::string encodeMeta(const Meta& meta);
Meta decodeMeta(std::string_view bytes);

}  // namespace foyer::merge
