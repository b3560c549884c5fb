// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/base45.hpp"

namespace foyer::attendance {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
static_assert(kAlphabet.size() == 45);

}  // namespace

std::string toBase45(std::span<const std::uint8_t> raw) {
  std::string out;
  out.reserve((raw.size() * 3 + 1) / 2);
  std::size_t i = 0;
  for (; i + 1 < raw.size(); i += 2) {
    const unsigned n = raw[i] * 256U + raw[i + 1];
    out += kAlphabet[n % 45];
    out += kAlphabet[n / 45 % 45];
    out += kAlphabet[n / (45 * 45)];
  }
  if (i < raw.size()) {
    out += kAlphabet[raw[i] % 45U];
    out += kAlphabet[raw[i] / 45U];
  }
  return out;
}

std::optional<Bytes> fromBase45(std::string_view text) {
  if (text.size() % 3 == 1) return std::nullopt;
  Bytes out;
  out.reserve(text.size() / 3 * 2 + 1);
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::string_view group = text.substr(i, 3);
    unsigned n = 0;
    for (std::size_t k = group.size(); k-- > 0;) {
      const std::size_t digit = kAlphabet.find(group[k]);
      if (digit == std::string_view::npos) return std::nullopt;
      n = n * 45 + static_cast<unsigned>(digit);
    }
    if (n > (group.size() == 3 ? 0xFFFFU : 0xFFU)) return std::nullopt;
    if (group.size() == 3) out += static_cast<std::uint8_t>(n >> 8);
    out += static_cast<std::uint8_t>(n);
  }
  return out;
}

}  // namespace foyer::attendance
