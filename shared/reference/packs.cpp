// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/packs.hpp"

#include <charconv>
#include <stdexcept>

#include "embedded.hpp"
#include "parse.hpp"

namespace foyer::reference {
namespace {

std::int64_t wholeNumber(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size()) {
    throw std::logic_error("\"" + std::string(text) + "\" in a reference pack is no whole number.");
  }
  return number;
}

template <typename Entry, typename Make>
std::vector<Entry> entries(std::string_view pack, std::size_t columns, std::size_t filled, Make make) {
  std::vector<Entry> all;
  eachRow(pack, columns, filled, [&](const Cells& cells) { all.push_back(make(cells)); });
  return all;
}

}  // namespace

const std::vector<Country>& countries() {
  static const auto kAll = entries<Country>(embedded::countries(), 5, 5, [](const Cells& c) {
    return Country{c[0], c[1], c[2], c[3], c[4]};
  });
  return kAll;
}

const std::vector<Nationality>& nationalities() {
  static const auto kAll = entries<Nationality>(embedded::nationalities(), 3, 3, [](const Cells& c) {
    return Nationality{c[0], c[1], c[2]};
  });
  return kAll;
}

const std::vector<City>& cities() {
  static const auto kAll = entries<City>(embedded::cities(), 6, 2, [](const Cells& c) {
    return City{c[0], c[1], c[2].empty() ? c[1] : c[2], c[3], c[4], wholeNumber(c[5])};
  });
  return kAll;
}

const std::vector<Language>& languages() {
  static const auto kAll = entries<Language>(embedded::languages(), 3, 3, [](const Cells& c) {
    return Language{c[0], c[1], c[2]};
  });
  return kAll;
}

const std::vector<Word>& talentTypes() {
  static const auto kAll = entries<Word>(embedded::talent_types(), 3, 3, [](const Cells& c) {
    return Word{c[0], c[1], c[2], {}};
  });
  return kAll;
}

const std::vector<Word>& skills() {
  static const auto kAll = entries<Word>(embedded::skills(), 4, 4, [](const Cells& c) {
    return Word{c[0], c[1], c[2], c[3]};
  });
  return kAll;
}

}  // namespace foyer::reference
