// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace foyer::exchange {

/// One time that a title was watched.
struct Viewing {
  std::string date;         ///< "2025-06-12"; never shifted by a time zone
  std::string episode;      ///< "S2E5", or empty
  std::int64_t rating = 0;  ///< tenths of 1 to 10; 0: none
  bool rewatch = false;
  std::string place, remarks;
  bool operator==(const Viewing&) const = default;
};

/// What a file says about one title; several rows of several files come together in one.
struct Item {
  std::string title, original;
  std::int64_t year = 0;    ///< 0: not said
  std::string kind;         ///< "movie", "tv" or empty: not said
  std::string imdb, tmdb;   ///< "tt0137523", "550"; empty: none
  std::string status;       ///< "not_watched", "watching", "completed"; empty: not said
  std::string subStatus;    ///< "paused", "dropped", "rewatching" or empty
  std::int64_t rating = 0;  ///< tenths of 1 to 10; 0: none
  bool favourite = false;
  std::string notes;
  std::vector<std::string> tags;
  std::string progress;  ///< "S2E5" or empty
  std::string started, finished;
  std::vector<Viewing> viewings;
  std::string file;       ///< where it was said first
  std::int64_t line = 0;  ///< from 1
  bool operator==(const Item&) const = default;
};

/// Why something in a file was not taken as it stands.
enum class Trouble {
  noTitle,      ///< the row names no title: left out
  badLine,      ///< more cells than columns, or not an object: left out
  badYear,      ///< no year between 1870 and 2200: the title is taken without it
  badDate,      ///< no day of the calendar: left out of the row
  badRating,    ///< outside the scale: left out of the row
  badNumber,    ///< not a number of its source: left out of the row
  tooLong,      ///< longer than the field holds: left out of the row
  otherMedium,  ///< neither film nor series: left out
  unreadable,   ///< a file in the archive that is no list of titles: left out
  keptYours,    ///< the device says something else already, which stays
};

struct Problem {
  Trouble what;
  std::string file;
  std::int64_t line = 0;
  std::string field;  ///< column or field, as the source calls it
  std::string value;  ///< what stands there, shortened
  bool operator==(const Problem&) const = default;
};

/// Everything that files say, before it meets the device.
struct Parsed {
  std::vector<Item> items;
  std::vector<Problem> problems;             ///< the first kMostProblems
  std::int64_t problemCount = 0;             ///< all of them
  std::map<std::string, std::int64_t> lost;  ///< columns that Foyer has no place for, with how many values
  std::int64_t rows = 0;                     ///< read
  static constexpr std::size_t kMostProblems = 1'000;

  void report(Problem problem) {
    ++problemCount;
    if (problems.size() < kMostProblems) problems.push_back(std::move(problem));
  }
};

}  // namespace foyer::exchange
