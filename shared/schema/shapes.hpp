// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Exact spellings of the text-like types; each value has one. Private to schema.
namespace foyer::schema::shape {

bool isDate(std::string_view s);        ///< "2026-06-13", a day that exists, years 0001 to 9999
bool isZoned(std::string_view s);       ///< "2026-06-13T20:14:05.000" with or without "+02:00"
bool isPoint(std::string_view s);       ///< "48.85661400,2.35222190"
bool isAmount(std::string_view s);      ///< "1250 EUR"
bool isHash(std::string_view s);        ///< 64 lower-case hex digits
bool isClock(std::string_view s);       ///< "04:00"
bool isJsonObject(std::string_view s);  ///< canonical JSON: no white space, keys sorted and unique

}  // namespace foyer::schema::shape
