// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent/sections.hpp"

#include <array>

namespace foyer::talent {
namespace {

/// The first field number of each section, as the declaration of talent_profiles counts them.
constexpr std::array<int, kSections> kFirst = {10, 30, 40, 50, 60, 80, 90, 100, 120};

}  // namespace

int sectionOf(const schema::Field& field) {
  int section = 0;
  for (const int first : kFirst) section += field.id >= first ? 1 : 0;
  return section;
}

}  // namespace foyer::talent
