// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What every app and server knows without asking: countries, cities and the words of a talent's profile.
/// Compiled in; read at the first use, thread-safe, and valid for as long as the program runs.
namespace foyer::reference {

struct Country {
  std::string_view code;  ///< ISO 3166, two capitals
  std::string_view name, nameFr;
  std::string_view dial;      ///< "+212"
  std::string_view currency;  ///< ISO 4217
};

struct Nationality {
  std::string_view code;  ///< of the country
  std::string_view name, nameFr;
};

struct City {
  std::string_view country;              ///< its code
  std::string_view name;                 ///< unique in its country
  std::string_view plain;                ///< the name in ASCII letters; codes take theirs from it
  std::string_view latitude, longitude;  ///< degrees, five decimals
  std::int64_t population = 0;
};

struct Language {
  std::string_view tag;  ///< BCP 47
  std::string_view name, nameFr;
};

/// A kind of talent, or a skill with its category.
struct Word {
  std::string_view code;
  std::string_view name, nameFr;
  std::string_view category;  ///< empty: none
};

// In the order of their English names; cities by country, the largest first. Each throws std::logic_error if
// its pack is damaged, which a test rules out.
const std::vector<Country>& countries();
const std::vector<Nationality>& nationalities();
const std::vector<City>& cities();
const std::vector<Language>& languages();
const std::vector<Word>& talentTypes();
const std::vector<Word>& skills();

/// Null for a code that the packs lack.
const Country* country(std::string_view code);
const Nationality* nationality(std::string_view code);
const Language* language(std::string_view tag);
const Word* talentType(std::string_view code);
const Word* skill(std::string_view code);
/// By its name as written in the pack.
const City* city(std::string_view country, std::string_view name);

/// The flag of a country code as two regional letters, which phones draw as a flag. Empty for what is no
/// code.
std::string flag(std::string_view code);

}  // namespace foyer::reference
