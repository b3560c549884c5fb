// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uuid.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "base/text.hpp"

namespace foyer {
namespace {

constexpr std::array<int, 4> kDashes{8, 13, 18, 23};

/// Lower case only; -1 for what is no digit.
int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isDash(int position) { return std::find(kDashes.begin(), kDashes.end(), position) != kDashes.end(); }

}  // namespace

std::string Uuid::str() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(36, '-');
  int at = 0;
  for (std::uint8_t byte : bytes) {
    if (isDash(at)) ++at;
    out[static_cast<std::size_t>(at++)] = kDigits[byte >> 4];
    out[static_cast<std::size_t>(at++)] = kDigits[byte & 15];
  }
  return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid id;
  std::size_t digits = 0;
  for (int i = 0; i < 36; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    if (isDash(i) != (c == '-')) return std::nullopt;
    if (c == '-') continue;
    const int value = hexDigit(c);
    if (value < 0) return std::nullopt;
    std::uint8_t& byte = id.bytes[digits++ / 2];
    byte = static_cast<std::uint8_t>((byte << 4) | value);
  }
  return id;
}

std::optional<Uuid> Uuid::fromBytes(std::span<const std::uint8_t> raw) {
  if (raw.size() != 16) return std::nullopt;
  Uuid id;
  std::copy(raw.begin(), raw.end(), id.bytes.begin());
  return id;
}

Uuid Uuid::v7(std::int64_t unixMs, std::span<const std::uint8_t, 10> random) {
  Uuid id;
  for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(unixMs >> (40 - 8 * i));
  std::copy(random.begin(), random.end(), id.bytes.begin() + 6);
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x70);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
  return id;
}

Uuid Uuid::v7(std::int64_t unixMs) {
  std::array<std::uint8_t, 10> random{};
  if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
    throw std::runtime_error("the operating system gives no random bytes");
  return v7(unixMs, random);
}

Uuid Uuid::v8(std::span<const std::uint8_t, 16> hash) {
  Uuid id;
  std::copy(hash.begin(), hash.end(), id.bytes.begin());
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
  return id;
}

}  // namespace foyer

std::size_t std::hash<foyer::Uuid>::operator()(const foyer::Uuid& id) const noexcept {
  std::size_t value = 0;
  std::memcpy(&value, id.bytes.data() + 8, sizeof value);  // the random half
  return value;
}
