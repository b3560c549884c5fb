// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>

#include "catalog.hpp"
#include "common.hpp"
#include "films.hpp"
#include "gate.hpp"
#include "photos.hpp"
#include "shoots.hpp"
#include "talents.hpp"

// The list of collections as programs of schema level 1 have it, without its documentation. Such programs are
// in use: this copy never changes.
namespace foyer::schema::level1 {

template <std::size_t... N>
constexpr auto joined(const Collection (&... parts)[N]) {
  std::array<Collection, (N + ...)> all{};
  std::size_t at = 0;
  ((std::copy(parts, parts + N, all.begin() + static_cast<std::ptrdiff_t>(at)), at += N), ...);
  return all;
}

inline constexpr auto kAll =
    joined(kCatalogue, kFamilies, kHeads, kPeople, kPhotos, kFilms, kTalents, kShoots, kGates, kTail);

}  // namespace foyer::schema::level1
