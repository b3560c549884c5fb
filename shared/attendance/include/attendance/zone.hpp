// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::attendance {

/// A calendar day, without a zone.
using Day = std::chrono::sys_days;

std::string dayText(Day day);                        ///< "2026-06-14"
std::optional<Day> parseDay(std::string_view text);  ///< strict, refuses 30 February

/// The project's time zone as a table of changes, so that this room reads no files. Outside the table the
/// nearest known offset holds.
class Zone {
 public:
  struct Change {
    std::int64_t utcMs;    ///< from here on …
    std::int32_t offsetS;  ///< … local time is UTC plus this
  };

  explicit Zone(std::int32_t offsetS = 0, std::vector<Change> changes = {});

  std::int32_t offsetAt(std::int64_t utcMs) const;
  /// Milliseconds of the wall clock on site, counted as if it were UTC.
  std::int64_t localMs(std::int64_t utcMs) const { return utcMs + offsetAt(utcMs) * std::int64_t{1000}; }
  /// Minutes since local midnight, 0 to 1439.
  int minuteOfDay(std::int64_t utcMs) const;
  /// The instant when the site's clock shows this. In a gap the time after it, in a repeated hour the first
  /// one.
  std::int64_t utcOf(Day day, int minuteOfDay) const;

  /// The shoot day an instant belongs to: until `cutMinute` (of local time) it is still the day before.
  Day shootDay(std::int64_t utcMs, int cutMinute) const;
  /// First instant of a shoot day.
  std::int64_t shootDayStart(Day day, int cutMinute) const { return utcOf(day, cutMinute); }

 private:
  std::int32_t m_first;
  std::vector<Change> m_changes;  ///< ascending
};

}  // namespace foyer::attendance
