// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/collections.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "list/catalog.hpp"
#include "list/common.hpp"
#include "list/films.hpp"
#include "list/gate.hpp"
#include "list/photos.hpp"
#include "list/shoots.hpp"
#include "list/talents.hpp"
#include "schema/well_formed.hpp"

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
static_assert(firstProblem(kAll).empty());

constexpr auto indexByName() {
  std::array<std::uint16_t, kAll.size()> index{};
  for (std::size_t i = 0; i < index.size(); ++i) index[i] = static_cast<std::uint16_t>(i);
  std::sort(index.begin(), index.end(), [](auto a, auto b) { return kAll[a].name < kAll[b].name; });
  return index;
}
constexpr auto kByName = indexByName();

}  // namespace

std::span<const Collection> collections() { return kAll; }

const Collection* findCollection(std::string_view name) {
  const auto at = std::lower_bound(kByName.begin(), kByName.end(), name,
                                   [](std::uint16_t i, std::string_view n) { return kAll[i].name < n; });
  return at != kByName.end() && kAll[*at].name == name ? &kAll[*at] : nullptr;
}

const Collection* findCollection(std::uint16_t id) {
  const auto at = std::lower_bound(kAll.begin(), kAll.end(), id,
                                   [](const Collection& c, std::uint16_t wanted) { return c.id < wanted; });
  return at != kAll.end() && at->id == id ? &*at : nullptr;
}

const Collection& collection(std::string_view name) {
  const Collection* found = findCollection(name);
  if (found == nullptr) throw std::logic_error("no collection named " + std::string(name));
  return *found;
}

int level() { return kSchemaLevel; }

std::string_view scopeName(Scope kind) {
  switch (kind) {
    case Scope::person:
      return "person";
    case Scope::family:
      return "family";
    case Scope::production:
      return "production";
    case Scope::project:
      return "project";
    case Scope::gate:
      return "gate";
    case Scope::catalog:
      return "catalog";
  }
  return {};
}

}  // namespace foyer::schema
