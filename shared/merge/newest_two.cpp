// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "merge/meta.hpp"

namespace foyer::merge {

void NewestTwo::add(const Mark& mark) {
  if (mark.version == 0) return;
  if (newest.version == 0) {
    newest = mark;
  } else if (mark.device == newest.device) {
    if (mark.version > newest.version) newest = mark;
  } else if (mark.version > newest.version) {
    other = newest;
    newest = mark;
  } else if (mark.version > other.version) {
    other = mark;
  }
}

bool NewestTwo::knownTo(std::int64_t base, const Uuid& device) const {
  return unknownTo(base, device).version == 0;
}

Mark NewestTwo::unknownTo(std::int64_t base, const Uuid& device) const {
  if (!newest.knownTo(base, device)) return newest;
  if (!other.knownTo(base, device)) return other;
  return {};
}

bool FieldMeta::knownTo(std::int64_t base, const Uuid& device) const {
  const auto known = [&](const Mark& mark) { return mark.knownTo(base, device); };
  return known(top) && std::all_of(also.begin(), also.end(), known);
}

}  // namespace foyer::merge
