// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/patterns.hpp"

#include <array>
#include <cstddef>
#include <iterator>

#include "base/uuid.hpp"
#include "shapes.hpp"

namespace foyer::schema {
namespace {

constexpr bool upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool alnum(char c) { return upper(c) || lower(c) || digit(c); }

/// A = capital, a = small letter, 9 = digit, G = M, F or N; every other character stands for itself.
bool follows(std::string_view s, std::string_view form) {
  if (s.size() != form.size()) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char f = form[i];
    const char c = s[i];
    const bool fits = f == 'A'   ? upper(c)
                      : f == 'a' ? lower(c)
                      : f == '9' ? digit(c)
                      : f == 'G' ? c == 'M' || c == 'F' || c == 'N'
                                 : c == f;
    if (!fits) return false;
  }
  return true;
}

template <class Fits>
bool all(std::string_view s, Fits fits) {
  for (char c : s) {
    if (!fits(c)) return false;
  }
  return !s.empty();
}

bool isHost(std::string_view host) {
  std::size_t dots = 0;
  while (true) {
    const std::size_t dot = host.find('.');
    const std::string_view label = host.substr(0, dot);
    if (!all(label, [](char c) { return alnum(c) || c == '-'; }) || label.size() > 63) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    if (dot == std::string_view::npos) return dots > 0 && !digit(label.back());
    host.remove_prefix(dot + 1);
    ++dots;
  }
}

bool isEmail(std::string_view s) {
  const std::size_t at = s.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || s.size() > 254) return false;
  const std::string_view local = s.substr(0, at);
  if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos) return false;
  const bool fits = all(local, [](char c) {
    return alnum(c) || std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
  });
  return fits && isHost(s.substr(at + 1));
}

bool isUsername(std::string_view s) {
  return s.size() >= 2 && alnum(s.front()) && alnum(s.back()) &&
         all(s, [](char c) { return alnum(c) || c == '.' || c == '_' || c == '-'; });
}

bool isPhone(std::string_view s) {
  return s.size() >= 8 && s.size() <= 16 && s[0] == '+' && s[1] != '0' && all(s.substr(1), digit);
}

bool isLanguageTag(std::string_view s) {
  const std::size_t cut = s.find('-');
  const std::string_view language = s.substr(0, cut);
  if (language.size() < 2 || language.size() > 3 || !all(language, lower)) return false;
  if (cut == std::string_view::npos) return true;
  s.remove_prefix(cut + 1);
  if (s.size() >= 4 && follows(s.substr(0, 4), "Aaaa")) {
    if (s.size() == 4) return true;
    if (s[4] != '-') return false;
    s.remove_prefix(5);
  }
  return follows(s, "AA") || follows(s, "999");
}

bool isLanguageLevel(std::string_view s) {
  static constexpr std::string_view kLevels[] = {"native", "fluent", "good", "basic"};
  const std::size_t colon = s.find(':');
  if (colon == std::string_view::npos || !isLanguageTag(s.substr(0, colon))) return false;
  for (std::string_view level : kLevels) {
    if (s.substr(colon + 1) == level) return true;
  }
  return false;
}

bool isUrl(std::string_view s) {
  const std::size_t scheme = s.starts_with("https://") ? 8 : s.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || s.size() > 2048) return false;
  if (!all(s, [](char c) {
        return c > ' ' && c < 127 && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
      }))
    return false;
  const std::string_view authority = s.substr(scheme, s.find_first_of("/?#", scheme) - scheme);
  const std::size_t colon = authority.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.size() > 5 || !all(port, digit)) return false;
  }
  const std::string_view host = authority.substr(0, colon);
  return isHost(host) ||
         (!host.empty() && all(host, [](char c) { return alnum(c) || c == '-' || c == '.'; }));
}

/// No last '0': between two keys there is always room for another.
bool isOrderKey(std::string_view s) { return s.size() <= 100 && all(s, alnum) && s.back() != '0'; }

bool isHexHash(std::string_view s) {
  return s.size() == 16 && all(s, [](char c) { return digit(c) || (c >= 'a' && c <= 'f'); });
}

bool isMime(std::string_view s) {
  const std::size_t slash = s.find('/');
  const auto token = [](char c) {
    return lower(c) || digit(c) || c == '.' || c == '+' || c == '-' || c == '_';
  };
  return slash != std::string_view::npos && all(s.substr(0, slash), token) && all(s.substr(slash + 1), token);
}

bool isTimeZone(std::string_view s) {
  return s.size() <= 64 && upper(s.front()) && s.back() != '/' && s.find("//") == std::string_view::npos &&
         all(s, [](char c) { return alnum(c) || c == '/' || c == '_' || c == '-' || c == '+'; });
}

bool isEpisode(std::string_view s) {
  const std::size_t e = s.find('E');
  if (s.empty() || s[0] != 'S' || e == std::string_view::npos || e < 2) return false;
  const std::string_view season = s.substr(1, e - 1);
  const std::string_view episode = s.substr(e + 1);
  const auto plain = [](std::string_view n, std::size_t most) {
    return n.size() <= most && all(n, digit) && (n.size() == 1 || n[0] != '0');
  };
  return plain(season, 4) && plain(episode, 5);
}

bool isHours(std::string_view s) {
  return s.size() == 11 && s[5] == '-' && shape::isClock(s.substr(0, 5)) && shape::isClock(s.substr(6));
}

bool isInitials(std::string_view s) { return s.size() >= 2 && s.size() <= 3 && all(s, upper); }

bool isSlug(std::string_view s) {
  return lower(s.front()) &&
         all(s, [](char c) { return lower(c) || digit(c) || c == '_' || c == '-' || c == '.'; });
}

bool isExternalId(std::string_view s) {
  return all(s, [](char c) { return alnum(c) || c == '.' || c == '_' || c == '-' || c == '/'; });
}

constexpr Pattern kPatterns[] = {
    {"email", isEmail, "an e-mail address like anna@example.org"},
    {"username", isUsername, "letters, digits, dots, dashes and underscores, at least two characters"},
    {"talent_code", [](std::string_view s) { return follows(s, "AAG9999AAA"); },
     "a talent code like MAM0001RAB"},
    {"cinema_code", [](std::string_view s) { return follows(s, "AAAAA99999G"); },
     "a cinema code like MACAS00001F"},
    {"project_code", [](std::string_view s) { return follows(s, "AAAAA999999"); },
     "a project code like MAABC001042"},
    {"phone", isPhone, "a phone number with its country, like +33612345678"},
    {"language_tag", isLanguageTag, "a language tag like fr or ar-MA"},
    {"language_level", isLanguageLevel,
     "a language and a level (native, fluent, good, basic), like fr:native"},
    {"country_code", [](std::string_view s) { return follows(s, "AA"); },
     "a country code of two capitals, like FR"},
    {"currency", [](std::string_view s) { return follows(s, "AAA"); },
     "a currency code of three capitals, like EUR"},
    {"url", isUrl, "a web address that begins with https:// or http://"},
    {"order_key", isOrderKey, "letters and digits, not ending in 0"},
    {"phash", isHexHash, "16 digits from 0 to 9 and a to f"},
    {"uuid", [](std::string_view s) { return Uuid::parse(s).has_value(); },
     "an id like 01890a5d-ac96-774b-bcce-b302099a8057"},
    {"mime", isMime, "a media type like image/jpeg"},
    {"time_zone", isTimeZone, "a time zone like Africa/Casablanca"},
    {"episode", isEpisode, "a season and an episode like S2E5"},
    {"clock", shape::isClock, "a time of day like 04:00"},
    {"hours", isHours, "two times of day like 08:00-18:00"},
    {"initials", isInitials, "two or three capitals"},
    {"slug", isSlug, "small letters, digits, dots, dashes and underscores, beginning with a letter"},
    {"date", shape::isDate, "a day like 2026-06-13"},
    {"external_id", isExternalId, "letters, digits, dots, dashes, slashes and underscores"},
};

constexpr bool sameOrder() {
  if (std::size(kPatterns) != std::size(kPatternNames)) return false;
  for (std::size_t i = 0; i < std::size(kPatterns); ++i) {
    if (kPatterns[i].name != kPatternNames[i]) return false;
  }
  return true;
}
static_assert(sameOrder());

}  // namespace

std::span<const Pattern> patterns() { return kPatterns; }

const Pattern* findPattern(std::string_view name) {
  for (const Pattern& p : kPatterns) {
    if (p.name == name) return &p;
  }
  return nullptr;
}

}  // namespace foyer::schema
