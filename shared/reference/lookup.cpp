// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <utility>

#include "reference/packs.hpp"

namespace foyer::reference {
namespace {

template <typename Entry, typename Key>
auto indexOf(const std::vector<Entry>& all, Key key) {
  std::map<decltype(key(all.front())), const Entry*> index;
  for (const Entry& entry : all) index.emplace(key(entry), &entry);
  return index;
}

template <typename Index, typename Key>
auto found(const Index& index, const Key& key) -> typename Index::mapped_type {
  const auto it = index.find(key);
  return it == index.end() ? nullptr : it->second;
}

}  // namespace

const Country* country(std::string_view code) {
  static const auto kIndex = indexOf(countries(), [](const Country& one) { return one.code; });
  return found(kIndex, code);
}

const Nationality* nationality(std::string_view code) {
  static const auto kIndex = indexOf(nationalities(), [](const Nationality& one) { return one.code; });
  return found(kIndex, code);
}

const Language* language(std::string_view tag) {
  static const auto kIndex = indexOf(languages(), [](const Language& one) { return one.tag; });
  return found(kIndex, tag);
}

const Word* talentType(std::string_view code) {
  static const auto kIndex = indexOf(talentTypes(), [](const Word& one) { return one.code; });
  return found(kIndex, code);
}

const Word* skill(std::string_view code) {
  static const auto kIndex = indexOf(skills(), [](const Word& one) { return one.code; });
  return found(kIndex, code);
}

const City* city(std::string_view country, std::string_view name) {
  static const auto kIndex =
      indexOf(cities(), [](const City& one) { return std::pair(one.country, one.name); });
  return found(kIndex, std::pair(country, name));
}

std::string flag(std::string_view code) {
  if (code.size() != 2) return {};
  std::string letters;
  for (const char letter : code) {
    if (letter < 'A' || letter > 'Z') return {};
    letters += "\xF0\x9F\x87";  // U+1F1E6 is A; the last byte counts on
    letters += static_cast<char>(0xA6 + (letter - 'A'));
  }
  return letters;
}

}  // namespace foyer::reference
