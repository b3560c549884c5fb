// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::tonight {

/// Ordered by caution: where two tablets say different things at once, the smaller one counts.
enum class Mark : std::uint8_t { no, maybe, yes };

/// What the evening allows. The running time is in minutes, the age in years.
enum class Limit : std::uint8_t { minutes, age };

/// Everything that was said in one round, wherever it was said: votes and limits, each with the number of its
/// change. Joining is a union in which the higher number wins, and of equal numbers the more cautious word:
/// in any order, any number of times, the result is the same. Not thread-safe.
class Ballots {
 public:
  static constexpr int kMostChanges = 63;  ///< later changes of mind count as this one

  /// A new vote, or a change of mind.
  void cast(const Uuid& voter, const Uuid& title, Mark mark);
  std::optional<Mark> of(const Uuid& voter, const Uuid& title) const;
  /// 0 takes the limit away.
  void limit(Limit which, std::int64_t most);
  std::int64_t limit(Limit which) const;  ///< 0: none

  std::set<Uuid> voters() const;
  bool empty() const { return m_votes.empty() && m_limits.empty(); }
  /// Takes in everything that another tablet knows. True: something was new.
  bool join(const Ballots& other);

  /// The round as the elements of `tonight_rounds.ballots`: "<voter> <title> y3", "limit minutes 120 2".
  std::vector<std::string> lines() const;
  /// Takes one element in; false when it is none.
  bool add(std::string_view line);

  /// A value with the number of its change; the order is that of "counts more".
  struct Vote {
    int change = 0;
    Mark mark = Mark::no;
    bool operator==(const Vote&) const = default;
    bool beats(const Vote& other) const {
      return change != other.change ? change > other.change : mark < other.mark;
    }
  };
  struct Bound {
    int change = 0;
    std::int64_t most = 0;
    bool operator==(const Bound&) const = default;
    bool beats(const Bound& other) const;
  };
  using Votes = std::map<std::pair<Uuid, Uuid>, Vote>;  ///< by voter and title
  const Votes& votes() const { return m_votes; }
  const std::map<Limit, Bound>& limits() const { return m_limits; }
  bool take(const Uuid& voter, const Uuid& title, const Vote& vote);
  bool take(Limit which, const Bound& bound);

 private:
  Votes m_votes;
  std::map<Limit, Bound> m_limits;
};

}  // namespace foyer::tonight
