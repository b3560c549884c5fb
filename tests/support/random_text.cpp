// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "random_record.hpp"
#include "schema/well_formed.hpp"

namespace foyer::test {
namespace {

constexpr std::array<std::string_view, 24> kWords{"the",   "light", "in",   "this",  "scene",     "is",
                                                  "never", "quite", "what", "é",     "was",       "before",
                                                  "cœur",  "d'été", "1984", "(so)",  "—",         "noir",
                                                  "film",  "東京",  "مساء", "naïve", "\"again\"", "end."};

std::string two(std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::string RandomRecords::sentence(std::size_t mostWords) {
  std::string out;
  const std::size_t count = 1 + below(std::max<std::size_t>(mostWords, 1));
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += chance(5) ? "\n" : " ";
    out += kWords[below(kWords.size())];
  }
  return out;
}

std::string RandomRecords::digits(std::size_t count, bool leadingZero) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t low = i == 0 && !leadingZero ? 1 : 0;
    out.push_back(static_cast<char>('0' + low + below(10 - low)));
  }
  return out;
}

std::string RandomRecords::letters(std::size_t count, char first, int spread) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(static_cast<char>(first + static_cast<int>(below(static_cast<std::uint64_t>(spread)))));
  }
  return out;
}

std::string RandomRecords::date() {
  return std::to_string(1990 + below(40)) + "-" + two(1 + below(12)) + "-" + two(1 + below(28));
}

std::string RandomRecords::patterned(std::string_view pattern) {
  const auto gender = [this] { return std::string(1, "MFN"[below(3)]); };
  const auto clock = [this] { return two(below(24)) + ":" + two(below(60)); };
  const auto capitals = [this](std::size_t n) { return letters(n, 'A', 26); };
  const auto small = [this](std::size_t n) { return letters(n, 'a', 26); };
  if (pattern == "email") return small(5) + "." + small(3) + "@" + small(6) + ".example";
  if (pattern == "username") return small(4) + "_" + digits(2);
  if (pattern == "talent_code") return capitals(2) + gender() + digits(4) + capitals(3);
  if (pattern == "cinema_code") return capitals(5) + digits(5) + gender();
  if (pattern == "project_code") return capitals(5) + digits(6);
  if (pattern == "phone") return "+" + digits(11, false);
  if (pattern == "language_tag") return chance(50) ? small(2) : small(2) + "-" + capitals(2);
  if (pattern == "language_level") return small(2) + (chance(50) ? ":native" : ":good");
  if (pattern == "country_code") return capitals(2);
  if (pattern == "currency") return capitals(3);
  if (pattern == "url") return "https://" + small(6) + ".example/" + small(3) + "?q=" + digits(2);
  if (pattern == "order_key") return letters(1 + below(4), 'a', 26);
  if (pattern == "phash") return toHex(asBytes(small(8)));
  if (pattern == "uuid") return uuid().str();
  if (pattern == "mime") return "image/" + small(4);
  if (pattern == "time_zone") return chance(50) ? "Africa/Casablanca" : "Europe/Paris";
  if (pattern == "episode") return "S" + digits(1, false) + "E" + digits(1 + below(3), false);
  if (pattern == "clock") return clock();
  if (pattern == "hours") return clock() + "-" + clock();
  if (pattern == "initials") return capitals(2 + below(2));
  if (pattern == "slug") return small(3) + "_" + digits(1);
  if (pattern == "date") return date();
  return "tt" + digits(7);  // external_id
}

std::string RandomRecords::word(const schema::Field& field) {
  if (!field.values.empty()) return std::string(field.values[below(field.values.size())]);
  if (!field.pattern.empty()) return patterned(field.pattern);
  std::string out(kWords[below(kWords.size())]);
  if (chance(50)) out += digits(1);
  const auto most = static_cast<std::size_t>(field.max);
  return codePoints(out) <= most ? out : digits(std::min<std::size_t>(most, 8));
}

std::string RandomRecords::text(const schema::Field& field) {
  if (!field.pattern.empty()) return patterned(field.pattern);
  const auto most = static_cast<std::size_t>(std::min<std::int64_t>(field.max, 120));
  std::string out = sentence(std::max<std::size_t>(most / 10, 1));
  if (codePoints(out) > static_cast<std::size_t>(field.max)) out = digits(most);
  while (static_cast<std::int64_t>(codePoints(out)) < schema::fewest(field)) out += digits(1);
  return out;
}

}  // namespace foyer::test
