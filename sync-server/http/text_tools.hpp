// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::server::http {

inline char lowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lowerAscii(std::string_view text);
bool equalsIgnoreCase(std::string_view a, std::string_view b);
/// Without blanks and tabs at both ends.
std::string_view trimBlanks(std::string_view text);
/// Whether a comma-separated header value contains `token`, whatever the case.
bool hasToken(std::string_view list, std::string_view token);
/// Decimal digits only, no sign, at most 19 of them.
std::optional<std::uint64_t> parseDigits(std::string_view text);
bool isTokenChar(char c);

}  // namespace foyer::server::http
