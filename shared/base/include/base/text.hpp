// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// Raw bytes; kept apart from text by type.
using Bytes = std::basic_string<std::uint8_t>;

/// Well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF).
bool isUtf8(std::string_view text);
/// Number of code points of well-formed UTF-8.
std::size_t codePoints(std::string_view text);

std::string toHex(std::span<const std::uint8_t> raw);
/// Lower-case hex only, even length; nullopt otherwise.
std::optional<std::string> fromHex(std::string_view hex);

/// RFC 4648, with padding for `toBase64`, without for `toBase64Url`.
std::string toBase64(std::span<const std::uint8_t> raw);
std::string toBase64Url(std::span<const std::uint8_t> raw);
/// Strict: exact alphabet and padding, unused bits zero, so each value has one spelling.
std::optional<Bytes> fromBase64(std::string_view text);
std::optional<Bytes> fromBase64Url(std::string_view text);

inline std::span<const std::uint8_t> asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view asText(std::span<const std::uint8_t> raw) {
  return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

}  // namespace foyer
