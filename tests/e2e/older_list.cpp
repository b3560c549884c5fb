// SPDX-License-Identifier: GPL-3.0-or-later
// The list of collections as programs of schema level 1 have it. Linked instead of the real one, it makes a
// client that was built before the later fields and collections existed.
#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "list/catalog.hpp"
#include "list/common.hpp"
#include "list/films.hpp"
#include "list/gate.hpp"
#include "list/photos.hpp"
#include "list/shoots.hpp"
#include "list/talents.hpp"
#include "schema/collections.hpp"

namespace foyer::schema {
namespace {

constexpr int kLevel = 1;

struct OlderList {
  OlderList() {
    add(list::kCatalogue), add(list::kFamilies), add(list::kHeads), add(list::kPeople), add(list::kPhotos);
    add(list::kFilms), add(list::kTalents), add(list::kShoots), add(list::kGates), add(list::kTail);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].fields = fields[i];
  }
  void add(std::span<const Collection> part) {
    for (const Collection& c : part) {
      if (c.since > kLevel) continue;
      all.push_back(c);
      auto& kept = fields.emplace_back();
      std::copy_if(c.fields.begin(), c.fields.end(), std::back_inserter(kept),
                   [](const Field& f) { return f.since <= kLevel; });
    }
  }
  std::vector<Collection> all;
  std::vector<std::vector<Field>> fields;
};

const OlderList& older() {
  static const OlderList made;
  return made;
}

}  // namespace

std::span<const Collection> collections() { return older().all; }

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

int level() { return kLevel; }

std::string_view scopeName(Scope kind) {
  static constexpr std::array<std::string_view, 6> kNames{"person",  "family", "production",
                                                          "project", "gate",   "catalog"};
  std::size_t bit = 0;
  while (static_cast<int>(kind) >> (bit + 1) != 0) ++bit;
  return kNames.at(bit);
}

}  // namespace foyer::schema
