// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attendance/gate.hpp"

namespace foyer::kiosk {

/// Finds people of the roster by what somebody types. Folded names and codes lie one after another in memory,
/// so that 100,000 people take about a millisecond. Owned by the screen's thread; follows the roster by put
/// and remove.
class RosterSearch {
 public:
  enum class By { code, nameOrCode };

  void put(const attendance::RosterEntry& entry);
  void remove(const Uuid& id);
  void clear();
  std::size_t size() const { return m_places.size(); }

  /// Best first, at most `limit`: the exact code, codes that begin so, names of which each typed word begins
  /// a word.
  std::vector<Uuid> find(std::string_view typed, By by, std::size_t limit) const;

 private:
  struct Line {
    Uuid id;
    std::string name;  ///< " ines carpentier": each word after a space
    std::string code;
  };
  std::vector<Line> m_lines;
  std::unordered_map<Uuid, std::size_t> m_places;
};

}  // namespace foyer::kiosk
