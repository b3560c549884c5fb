// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.hpp"

#include <cstddef>

namespace foyer::schema::shape {
namespace {

bool digits(std::string_view s) {
  for (char c : s) {
    if (c < '0' || c > '9') return false;
  }
  return !s.empty();
}

int number(std::string_view s) {
  int value = 0;
  for (char c : s) value = value * 10 + (c - '0');
  return value;
}

/// Minus allowed, no zero in front, eight decimals, no minus zero, at most `limit` either way.
bool isDegrees(std::string_view s, int limit) {
  const bool minus = s.starts_with('-');
  if (minus) s.remove_prefix(1);
  const std::size_t dot = s.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > 3 || s.size() != dot + 9) return false;
  const std::string_view whole = s.substr(0, dot);
  const std::string_view part = s.substr(dot + 1);
  if (!digits(whole) || !digits(part) || (whole.size() > 1 && whole[0] == '0')) return false;
  const bool zeroPart = part == "00000000";
  if (minus && whole == "0" && zeroPart) return false;
  return number(whole) < limit || (number(whole) == limit && zeroPart);
}

}  // namespace

bool isDate(std::string_view s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return false;
  if (!digits(s.substr(0, 4)) || !digits(s.substr(5, 2)) || !digits(s.substr(8, 2))) return false;
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = number(s.substr(0, 4));
  const int month = number(s.substr(5, 2));
  const int day = number(s.substr(8, 2));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool isClock(std::string_view s) {
  return s.size() == 5 && s[2] == ':' && digits(s.substr(0, 2)) && digits(s.substr(3)) &&
         number(s.substr(0, 2)) < 24 && number(s.substr(3)) < 60;
}

bool isZoned(std::string_view s) {
  if (s.size() != 23 && s.size() != 29) return false;
  if (!isDate(s.substr(0, 10)) || s[10] != 'T' || !isClock(s.substr(11, 5)) || s[16] != ':' || s[19] != '.')
    return false;
  if (!digits(s.substr(17, 2)) || number(s.substr(17, 2)) > 59 || !digits(s.substr(20, 3))) return false;
  if (s.size() == 23) return true;
  const std::string_view offset = s.substr(24);
  if ((s[23] != '+' && s[23] != '-') || !isClock(offset) || number(offset.substr(0, 2)) > 14) return false;
  return s[23] == '+' || offset != "00:00";
}

bool isPoint(std::string_view s) {
  const std::size_t comma = s.find(',');
  return comma != std::string_view::npos && isDegrees(s.substr(0, comma), 90) &&
         isDegrees(s.substr(comma + 1), 180);
}

bool isAmount(std::string_view s) {
  if (s.size() < 5 || s[s.size() - 4] != ' ') return false;
  for (char c : s.substr(s.size() - 3)) {
    if (c < 'A' || c > 'Z') return false;
  }
  std::string_view units = s.substr(0, s.size() - 4);
  const bool minus = units.starts_with('-');
  if (minus) units.remove_prefix(1);
  if (units.size() > 15 || !digits(units)) return false;
  return units == "0" ? !minus : units[0] != '0';
}

bool isHash(std::string_view s) {
  for (char c : s) {
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return s.size() == 64;
}

}  // namespace foyer::schema::shape
