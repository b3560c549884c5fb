// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/order_key.hpp"

#include <cstddef>

namespace foyer::model {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::size_t digitAt(std::string_view key, std::size_t place, std::size_t missing) {
  if (place >= key.size()) return missing;
  const std::size_t found = kDigits.find(key[place]);
  return found == std::string_view::npos ? missing : found;
}

}  // namespace

std::string orderBetween(std::string_view low, std::string_view high) {
  if (!high.empty() && high <= low) high = {};
  std::string out;
  bool openAbove = high.empty();
  for (std::size_t place = 0;; ++place) {
    if (place >= high.size()) openAbove = true;  // a foreign key ending in '0' leaves no room below it
    const std::size_t from = digitAt(low, place, 0);
    const std::size_t to = openAbove ? kDigits.size() : digitAt(high, place, 0);
    if (to - from > 1) {
      out.push_back(kDigits[from + (to - from) / 2]);
      return out;
    }
    out.push_back(kDigits[from]);
    if (to > from) openAbove = true;  // already below `high`: what follows may be anything
  }
}

}  // namespace foyer::model
