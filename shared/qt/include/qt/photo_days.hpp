// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/uuid.hpp"

namespace foyer::qt {

/// A photo in the order of the library.
struct PhotoPlace {
  Uuid id;
  int day = 0;  ///< 20260613 as its camera's clock said; 0 without a date
  bool operator==(const PhotoPlace&) const = default;
};

/// Photos laid out in rows: a heading per day, then strips of tiles. Finding a row costs a search among days.
class PhotoDays {
 public:
  struct Row {
    int day = -1;  ///< place in days(); -1: there is no such row
    bool heading = false;
    int first = 0;  ///< photo of the first tile
    int count = 0;  ///< tiles of a strip; photos of a heading's day
  };
  struct Day {
    int date = 0;
    int first = 0;  ///< its first photo
    int count = 0;
    int row = 0;   ///< of its heading
    int rows = 0;  ///< with the heading
  };

  /// Photos sorted so that equal days are together.
  PhotoDays() = default;
  PhotoDays(std::vector<PhotoPlace> photos, int columns);

  const std::vector<PhotoPlace>& photos() const { return m_photos; }
  const std::vector<Day>& days() const { return m_days; }
  int rows() const { return m_days.empty() ? 0 : m_days.back().row + m_days.back().rows; }
  Row row(int row) const;
  /// The strip that holds a photo; -1 outside.
  int rowOf(int photo) const;

 private:
  int m_columns = 1;
  std::vector<PhotoPlace> m_photos;
  std::vector<Day> m_days;
};

}  // namespace foyer::qt
