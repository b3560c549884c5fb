// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/zone.hpp"

#include <algorithm>
#include <cstdio>

namespace foyer::attendance {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kMinuteMs = 60'000;

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

}  // namespace

std::string dayText(Day day) {
  const std::chrono::year_month_day ymd(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text;
}

std::optional<Day> parseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t digits) -> int {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
                                        std::chrono::day(static_cast<unsigned>(d))};
  if (!ymd.ok()) return std::nullopt;
  return Day(ymd);
}

Zone::Zone(std::int32_t offsetS, std::vector<Change> changes)
    : m_first(offsetS), m_changes(std::move(changes)) {
  std::sort(m_changes.begin(), m_changes.end(),
            [](const Change& a, const Change& b) { return a.utcMs < b.utcMs; });
}

std::int32_t Zone::offsetAt(std::int64_t utcMs) const {
  const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), utcMs,
                                      [](std::int64_t at, const Change& c) { return at < c.utcMs; });
  return after == m_changes.begin() ? m_first : std::prev(after)->offsetS;
}

int Zone::minuteOfDay(std::int64_t utcMs) const {
  const std::int64_t local = localMs(utcMs);
  return static_cast<int>((local - floorDiv(local, kDayMs) * kDayMs) / kMinuteMs);
}

std::int64_t Zone::utcOf(Day day, int minuteOfDay) const {
  const std::int64_t local = day.time_since_epoch().count() * kDayMs + minuteOfDay * kMinuteMs;
  // The offsets in force a day before and after bracket the answer; the earlier instant that shows `local`
  // wins.
  const std::int32_t before = offsetAt(local - kDayMs), after = offsetAt(local + kDayMs);
  const std::int64_t early = local - std::max(before, after) * std::int64_t{1000};
  const std::int64_t late = local - std::min(before, after) * std::int64_t{1000};
  if (localMs(early) == local) return early;
  return late;
}

Day Zone::shootDay(std::int64_t utcMs, int cutMinute) const {
  const std::int64_t shifted = localMs(utcMs) - cutMinute * kMinuteMs;
  return Day(std::chrono::days(floorDiv(shifted, kDayMs)));
}

}  // namespace foyer::attendance
