// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/fold.hpp"

#include <array>
#include <cstdint>

namespace foyer::titles {
namespace {

constexpr char32_t kNone = 0xFFFFFFFF;

/// The next code point, or kNone for a byte that begins none; `at` moves behind it.
char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
  if (more == 0 || lead >= 0xF5 || at + static_cast<std::size_t>(more) > text.size()) return kNone;
  char32_t point = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if ((byte(at + static_cast<std::size_t>(i)) & 0xC0) != 0x80) return kNone;
    point = (point << 6) | (byte(at + static_cast<std::size_t>(i)) & 0x3Fu);
  }
  at += static_cast<std::size_t>(more);
  return point;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// U+00C0 to U+017F without their marks, one letter each; '.' stands for what is spelled out below.
constexpr std::string_view kLatin =
    "aaaaaa.ceeeeiiiidnooooo ouuuuy..aaaaaa.ceeeeiiiidnooooo ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
    "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin.size() == 0x180 - 0xC0);

std::string_view spelledOut(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

constexpr std::array<std::pair<char32_t, char32_t>, 17> kGreekMarked{{{0x3AC, 0x3B1},
                                                                      {0x3AD, 0x3B5},
                                                                      {0x3AE, 0x3B7},
                                                                      {0x3AF, 0x3B9},
                                                                      {0x3CC, 0x3BF},
                                                                      {0x3CD, 0x3C5},
                                                                      {0x3CE, 0x3C9},
                                                                      {0x3CA, 0x3B9},
                                                                      {0x3CB, 0x3C5},
                                                                      {0x390, 0x3B9},
                                                                      {0x3B0, 0x3C5},
                                                                      {0x386, 0x3B1},
                                                                      {0x388, 0x3B5},
                                                                      {0x389, 0x3B7},
                                                                      {0x38A, 0x3B9},
                                                                      {0x38C, 0x3BF},
                                                                      {0x3C2, 0x3C3}}};

char32_t smallLetter(char32_t c) {
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c == 0x401 ? 0x435 : c + 0x50;
  if (c == 0x451) return 0x435;  // ё is written е as often as not
  for (const auto& [marked, plain] : kGreekMarked) {
    if (marked == c) return plain;
  }
  return c;
}

/// Marks that stand after their letter.
bool isCombining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// Apostrophes join: "Schindler's" is one word, as people type it without.
bool isApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

bool isBetweenWords(char32_t c) {
  if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  return c == kNone || (c >= 0x80 && c <= 0xBF && c != 0xBD) || c == 0xD7 || c == 0xF7 ||
         (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) ||
         c == 0x30FB || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c == 0xFEFF;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  const auto put = [&](std::string_view letters) {
    if (space && !out.empty()) out += ' ';
    space = false;
    out += letters;
  };
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next(text, at);
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if (isCombining(c) || isApostrophe(c)) continue;
    if (isBetweenWords(c)) {
      space = true;
      continue;
    }
    if (const std::string_view letters = spelledOut(c); !letters.empty()) {
      put(letters);
      continue;
    }
    if (c >= 0xC0 && c < 0x180) c = static_cast<unsigned char>(kLatin[c - 0xC0]);
    std::string letter;
    append(letter, smallLetter(c));
    put(letter);
  }
  return out;
}

std::vector<std::string_view> wordsOf(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = folded.find(' ');
    words.push_back(folded.substr(0, end));
    if (end == std::string_view::npos) break;
    folded.remove_prefix(end + 1);
  }
  return words;
}

}  // namespace foyer::titles
