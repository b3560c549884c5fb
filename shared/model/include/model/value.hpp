// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "base/uuid.hpp"

namespace foyer::model {

/// Elements of a set field: sorted by bytes, unique.
using TextSet = std::vector<std::string>;

/// One typed field value. std::monostate is "no value" (null), which is not the same as a field that a patch
/// doesn't mention. integer, boolean (0/1) and time are int64; ref and id are Uuid; every other type but
/// textSet and bytes is its canonical text.
using Value = std::variant<std::monostate, std::int64_t, std::string, Uuid, Bytes, TextSet>;

inline bool isNull(const Value& v) { return v.index() == 0; }

/// Sorts and removes doubles.
TextSet makeSet(std::vector<std::string> elements);

}  // namespace foyer::model
