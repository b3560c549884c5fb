// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Phone numbers of every country, by the rules of libphonenumber. Thread-safe; no network.
namespace foyer::talent {

enum class PhoneFault : std::uint8_t {
  none,
  noNumber,   ///< nothing in it that could be dialled
  noCountry,  ///< neither begins with + and a country's code nor is a country known
  tooShort,
  tooLong,
  unknown,  ///< no network of that country has such a number
};

struct Phone {
  PhoneFault fault = PhoneFault::none;
  std::string e164;  ///< "+212612345678"; empty when something is wrong
};

/// What somebody typed, in the way of `country` (two capitals, or empty) unless it begins with + or 00.
Phone readPhone(std::string_view typed, std::string_view country);
/// An E.164 number with the spaces of its country, "+212 612-345678"; as it is when it is none.
std::string shownPhone(std::string_view e164);
/// Two capitals, or empty when the number belongs to no one country.
std::string countryOfPhone(std::string_view e164);

}  // namespace foyer::talent
