// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/names.hpp"

#include <array>
#include <cstdint>

namespace foyer::kiosk {
namespace {

/// U+00C0 to U+017F, the letters of the European alphabets; a space stands for "no letter".
constexpr std::array<std::string_view, 64> kLatin1{
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "y"};
constexpr std::string_view kExtended =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkklllllllllln"
    "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kExtended.size() == 128);

/// Code point at `i`, moved past it. The text is well-formed UTF-8 from the database; anything else counts as
/// a byte.
std::uint32_t next(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint8_t>(at < text.size() ? text[at] : 0);
  };
  const std::uint8_t lead = byte(i);
  const std::size_t extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  std::uint32_t code = extra == 0 ? lead : lead & (0x3FU >> extra);
  for (std::size_t k = 1; k <= extra; ++k) code = code << 6 | (byte(i + k) & 0x3FU);
  i += extra + 1;
  return code;
}

}  // namespace

std::string foldName(std::string_view name) {
  std::string out;
  const auto gap = [&out] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t start = i;
    const std::uint32_t c = next(name, i);
    if (c >= 0x300 && c < 0x370) continue;  // combining accents
    if (c == 0x152 || c == 0x153) {
      out += "oe";
    } else if (c >= 0xC0 && c < 0x100) {
      out += kLatin1[c - 0xC0];
      if (out.back() == ' ') out.pop_back(), gap();
    } else if (c >= 0x100 && c < 0x180) {
      out += kExtended[c - 0x100];
    } else if (c >= 0x80 && c != 0xA0 && c != 0x2019 && c != 0x202F) {
      out += name.substr(start, i - start);
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += static_cast<char>(c);
    } else {
      gap();
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace foyer::kiosk
