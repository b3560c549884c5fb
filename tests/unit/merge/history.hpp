// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <set>
#include <tuple>
#include <vector>

#include "sample.hpp"

/// Random histories of one record: several devices edit in rounds, and meet (some of them) between rounds.
/// What a device knows is always the end of some round, so that knowledge doesn't depend on the order of
/// arrival within a round.
namespace foyer::test {

/// An open conflict as people see it, without anything that depends on the order of arrival.
struct Card {
  std::uint16_t field = 0;
  Uuid author;
  model::Value lost;
  auto tie() const { return std::tie(field, author, lost); }
  bool operator<(const Card& o) const { return tie() < o.tie(); }
  bool operator==(const Card& o) const { return tie() == o.tie(); }
};

/// A server that keeps one record.
struct World {
  std::optional<merge::ServerRecord> record;
  std::int64_t version = 0;
  std::vector<merge::OpenConflict> open;
  std::vector<merge::OpenConflict> settled;  ///< closed by their author, who could see them
  std::vector<merge::Conflict> all;

  model::Outcome receive(const model::Mutation& m);
  /// Open conflicts whose value isn't the one that is shown anyway.
  std::set<Card> cards() const;
};

/// Mutations of one round, per author in the order they were made.
using Round = std::vector<std::vector<model::Mutation>>;
/// For each step, whose mutation comes next.
using Order = std::vector<int>;

Order firstOrder(const Round& round);
Order randomOrder(const Round& round);
/// Calls `visit` with every order that keeps each author's own order.
void everyOrder(const Round& round, const std::function<void(const Order&)>& visit);
void play(World& world, const Round& round, const Order& order);

struct Shape {
  int devices = 3;
  int rounds = 2;
  int most = 3;  ///< mutations per device and round
  bool fields = true;
  bool deletes = true;
  bool jobs = true;
};

struct History {
  std::vector<Round> rounds;
  std::vector<std::int64_t> ends;  ///< version at the end of each round
};
/// Draws a history inside a RapidCheck property.
History drawHistory(const Shape& shape);

bool sameRow(const World& a, const World& b);
std::string show(const History& history);
std::string show(const World& world);

}  // namespace foyer::test
