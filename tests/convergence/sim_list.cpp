// SPDX-License-Identifier: GPL-3.0-or-later
// The real list with a level that the test chooses, linked in place of the real one: devices of several ages
// live in one program here.
#include "sim_list.hpp"

#include <algorithm>
#include <utility>

#include "../schema/stand_in_list.hpp"
#include "list/catalog.hpp"
#include "list/common.hpp"
#include "list/films.hpp"
#include "list/gate.hpp"
#include "list/photos.hpp"
#include "list/shoots.hpp"
#include "list/talents.hpp"

namespace foyer::schema {
namespace {

template <std::size_t... N>
constexpr auto join(const Collection (&... parts)[N]) {
  std::array<Collection, (N + ...)> all{};
  std::size_t at = 0;
  ((std::copy(parts, parts + N, all.begin() + static_cast<std::ptrdiff_t>(at)), at += N), ...);
  return all;
}

constexpr auto kAll = join(list::kCatalogue, list::kFamilies, list::kHeads, list::kPeople, list::kPhotos,
                           list::kFilms, list::kTalents, list::kShoots, list::kGates, list::kTail);

thread_local int levelNow = kSchemaLevel;

}  // namespace

std::span<const Collection> collections() { return kAll; }
int level() { return levelNow; }

}  // namespace foyer::schema

namespace foyer::test {

AtLevel::AtLevel(int level) : m_before(std::exchange(schema::levelNow, level)) {}
AtLevel::~AtLevel() { schema::levelNow = m_before; }

}  // namespace foyer::test
