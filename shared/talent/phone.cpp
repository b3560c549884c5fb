// SPDX-License-Identifier: GPL-3.0-or-later
#include "talent/phone.hpp"

#include <phonenumbers/phonenumberutil.h>

namespace foyer::talent {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// Longest text that can be a number with its spaces; what people paste may be a book.
constexpr std::size_t kLongest = 60;
constexpr const char* kNoRegion = "ZZ";

PhoneNumberUtil& util() { return *PhoneNumberUtil::GetInstance(); }

PhoneFault faultOf(PhoneNumberUtil::ErrorType error) {
  switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
      return PhoneFault::none;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
      return PhoneFault::noCountry;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
      return PhoneFault::tooShort;
    case PhoneNumberUtil::TOO_LONG_NSN:
      return PhoneFault::tooLong;
    case PhoneNumberUtil::NOT_A_NUMBER:
      break;
  }
  return PhoneFault::noNumber;
}

PhoneFault lengthFault(const PhoneNumber& number) {
  switch (util().IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
      return PhoneFault::tooShort;
    case PhoneNumberUtil::TOO_LONG:
      return PhoneFault::tooLong;
    default:
      return PhoneFault::unknown;
  }
}

std::optional<PhoneNumber> parsed(std::string_view e164) {
  PhoneNumber number;
  if (util().Parse(std::string(e164), kNoRegion, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return {};
  return number;
}

}  // namespace

Phone readPhone(std::string_view typed, std::string_view country) {
  if (typed.size() > kLongest) return {PhoneFault::tooLong, {}};
  std::string text(typed);
  if (text.starts_with("00")) text.replace(0, 2, "+");
  PhoneNumber number;
  const std::string region = country.empty() ? kNoRegion : std::string(country);
  if (const auto fault = faultOf(util().Parse(text, region, &number)); fault != PhoneFault::none) {
    return {fault, {}};
  }
  if (!util().IsValidNumber(number)) return {lengthFault(number), {}};
  Phone phone;
  util().Format(number, PhoneNumberUtil::E164, &phone.e164);
  return phone;
}

std::string shownPhone(std::string_view e164) {
  const auto number = parsed(e164);
  if (!number) return std::string(e164);
  std::string shown;
  util().Format(*number, PhoneNumberUtil::INTERNATIONAL, &shown);
  return shown;
}

std::string countryOfPhone(std::string_view e164) {
  const auto number = parsed(e164);
  std::string region;
  if (number) util().GetRegionCodeForNumber(*number, &region);
  return region == kNoRegion || region == "001" ? std::string() : region;
}

}  // namespace foyer::talent
