// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <stdexcept>
#include <string>

#include "schema/collections.hpp"

// For a program that links a list of its own in place of the real one and defines collections() and level():
// the rest of what the real one defines. To be included by exactly one file of the program.
namespace foyer::schema {

const Collection* findCollection(std::string_view name) {
  for (const Collection& c : collections())
    if (c.name == name) return &c;
  return nullptr;
}

const Collection* findCollection(std::uint16_t id) {
  for (const Collection& c : collections())
    if (c.id == id) return &c;
  return nullptr;
}

const Collection& collection(std::string_view name) {
  const Collection* found = findCollection(name);
  if (found == nullptr) throw std::logic_error("no collection named " + std::string(name));
  return *found;
}

std::string_view scopeName(Scope kind) {
  static constexpr std::array<std::string_view, 6> kNames{"person",  "family", "production",
                                                          "project", "gate",   "catalog"};
  std::size_t bit = 0;
  while (static_cast<int>(kind) >> (bit + 1) != 0) ++bit;
  return kNames.at(bit);
}

}  // namespace foyer::schema
