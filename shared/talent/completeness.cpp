// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent/completeness.hpp"

#include <algorithm>
#include <charconv>

namespace foyer::talent {
namespace {

bool has(const model::Record& profile, std::string_view field) {
  const model::Value& value = profile.at(field);
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  if (const auto* set = std::get_if<model::TextSet>(&value)) return !set->empty();
  return !model::isNull(value);
}

template <typename... Fields>
bool any(const model::Record& profile, Fields... fields) {
  return (has(profile, fields) || ...);
}

bool isMinor(const model::Record& profile, const Around& around) {
  const int age = ageOn(profile.text("birth_date"), around.today);
  return age >= 0 && age < kOfAge;
}

constexpr std::string_view kGuardian = "guardian";  // of a minor only

struct Wanted {
  Hint hint;
  bool (*there)(const model::Record&, const Around&);
  int weight = 1;  ///< what a casting search can't do without counts more
};

template <std::size_t N>
struct Name {
  char text[N];
  consteval Name(const char (&name)[N]) { std::copy_n(name, N, text); }
};
/// A field that has to be filled.
template <Name kField>
bool filled(const model::Record& profile, const Around&) {
  return has(profile, kField.text);
}

/// In the order in which hints help.
constexpr Wanted kWanted[] = {
    {{1, "first_name"}, filled<"first_name">, 3},
    {{1, "last_name"}, filled<"last_name">, 3},
    {{1, kGuardian},
     [](const auto& p, const Around&) { return has(p, "guardian_name") && has(p, "guardian_phone"); },
     3},
    {{1, "contact"}, [](const auto& p, const Around&) { return any(p, "phone", "whatsapp", "email"); }, 3},
    {{9, "portrait"}, filled<"portrait">, 3},
    {{6, "talent_types"}, filled<"talent_types">, 3},
    {{1, "birth_date"}, filled<"birth_date">, 2},
    {{1, "gender"}, filled<"gender">, 2},
    {{2, "origin_country"}, filled<"origin_country">, 2},
    {{3, "residence_country"}, filled<"residence_country">, 2},
    {{3, "city"}, [](const auto& p, const Around&) { return any(p, "city", "city_name"); }, 2},
    {{5, "height_cm"}, filled<"height_cm">, 2},
    {{4, "languages"}, filled<"languages">, 2},
    {{9, "full_length"}, filled<"full_length">, 2},
    {{9, "work"},
     [](const auto& p, const Around& a) { return a.credits > 0 || any(p, "cv", "showreel"); },
     2},
    {{5, "eye_colour"}, filled<"eye_colour">},
    {{5, "hair_colour"}, filled<"hair_colour">},
    {{5, "skin_tone"}, filled<"skin_tone">},
    {{5, "build"}, filled<"build">},
    {{5, "clothing_size"}, filled<"clothing_size">},
    {{5, "shoe_size"}, filled<"shoe_size">},
    {{6, "experience"}, filled<"experience">},
    {{6, "playing_age"},
     [](const auto& p, const Around&) { return has(p, "playing_age_min") && has(p, "playing_age_max"); }},
    {{7, "skills"}, filled<"skills">},
    {{7, "bio"}, filled<"bio">},
    {{2, "nationalities"}, filled<"nationalities">},
    {{8, "network"},
     [](const auto& p, const Around&) {
       return any(p, "website", "facebook", "instagram", "tiktok", "youtube", "x_handle", "linkedin",
                  "snapchat");
     }},
};

}  // namespace

Completeness completeness(const model::Record& profile, const Around& around) {
  Completeness out;
  int there = 0;
  int all = 0;
  const bool minor = isMinor(profile, around);
  for (const Wanted& wanted : kWanted) {
    if (wanted.hint.wanted == kGuardian && !minor) continue;
    Completeness::Section& section = out.sections[static_cast<std::size_t>(wanted.hint.section - 1)];
    const bool filledIn = wanted.there(profile, around);
    ++section.wanted;
    section.filled += filledIn ? 1 : 0;
    all += wanted.weight;
    there += filledIn ? wanted.weight : 0;
    if (!filledIn) out.hints.push_back(wanted.hint);
  }
  out.percent = there * 100 / all;
  return out;
}

int ageOn(std::string_view birthDate, std::string_view today) {
  if (birthDate.size() != 10 || today.size() != 10 || today < birthDate) return -1;
  const auto year = [](std::string_view day) {
    int number = -1;
    std::from_chars(day.data(), day.data() + 4, number);
    return number;
  };
  return year(today) - year(birthDate) - (today.substr(5) < birthDate.substr(5) ? 1 : 0);
}

}  // namespace foyer::talent
