// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <map>

#include "history.hpp"
#include "property.hpp"

using namespace foyer;
using namespace foyer::test;
using merge::Conflict;
using model::Mutation;
using model::Op;
using model::State;

namespace {

struct Known {
  Mutation m;
  std::size_t round = 0;
  std::size_t place = 0;
};

/// All mutations with their place; whether one knows another follows from the history alone.
struct Oracle {
  explicit Oracle(const History& h) : history(h) {
    for (std::size_t r = 0; r < h.rounds.size(); ++r)
      for (const auto& all : h.rounds[r])
        for (std::size_t k = 0; k < all.size(); ++k) every.push_back({all[k], r, k});
  }
  bool knows(const Known& a, const Known& b) const {
    if (history.ends[b.round] <= a.m.base) return true;
    return a.m.device == b.m.device && std::tie(b.round, b.place) < std::tie(a.round, a.place);
  }

  /// Values that nobody replaced knowingly, but that aren't shown: each must be an open conflict.
  std::set<Card> lostInIgnorance(const model::Record& row) const {
    std::set<Card> out;
    for (const Known& mine : every) {
      for (const auto& patch : mine.m.patches) {
        if (patch.field->merge != schema::Merge::reg || row.at(patch.field->name) == patch.value) continue;
        const bool replaced = std::ranges::any_of(every, [&](const Known& later) {
          return knows(later, mine) && std::ranges::any_of(later.m.patches, [&](const auto& other) {
                   return other.field == patch.field;
                 });
        });
        if (!replaced) out.insert({patch.field->id, mine.m.device, patch.value});
      }
    }
    return out;
  }

  static bool isEdit(const Known& k) { return k.m.op != Op::del && !k.m.device.isNil(); }
  bool deleted() const {
    return std::ranges::any_of(every, [&](const Known& del) {
      return del.m.op == Op::del &&
             std::ranges::all_of(every, [&](const Known& edit) { return !isEdit(edit) || knows(del, edit); });
    });
  }
  /// Some delete and some edit did not know each other.
  bool crossed() const {
    return std::ranges::any_of(every, [&](const Known& del) {
      return del.m.op == Op::del && std::ranges::any_of(every, [&](const Known& edit) {
               return isEdit(edit) && !knows(del, edit) && !knows(edit, del);
             });
    });
  }

  const History& history;
  std::vector<Known> every;
};

/// One world per round end, all rounds in the order they were drawn.
std::vector<World> reference(const History& history) {
  std::vector<World> worlds;
  World world;
  for (const Round& round : history.rounds) {
    play(world, round, firstOrder(round));
    worlds.push_back(world);
  }
  return worlds;
}

bool include(const std::set<Card>& all, const std::set<Card>& some) {
  return std::ranges::includes(all, some, [](const Card& a, const Card& b) { return a < b; });
}

/// Cards are compared while all still know the same: whether somebody later wrote over a card that was there
/// to see does depend on what had arrived.
void check(const History& history, const World& world, const World& expected, bool cards) {
  if (!sameRow(world, expected)) RC_FAIL("rows differ:\n" + show(expected) + show(world) + show(history));
  if (cards && world.cards() != expected.cards())
    RC_FAIL("conflicts differ:\n" + show(expected) + show(world) + show(history));
}

}  // namespace

class MergeOrderTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(seed())); }

  void law7_anyOrderGivesTheSameRowAndTheSameOpenConflicts() {
    QVERIFY(holds("random orders of four devices in three rounds", 1500, [] {
      const History history = drawHistory({.devices = 4, .rounds = 3, .most = 3});
      const std::vector<World> expected = reference(history);
      for (int attempt = 0; attempt < 6; ++attempt) {
        World world;
        for (std::size_t r = 0; r < history.rounds.size(); ++r) {
          play(world, history.rounds[r], randomOrder(history.rounds[r]));
          check(history, world, expected[r], r == 0);
        }
      }
    }));
  }

  void law7_everyOrderOfSmallHistories() {
    QVERIFY(holds("all orders of three devices in two rounds", 25, [] {
      const History history = drawHistory({.devices = 3, .rounds = 2, .most = 2, .jobs = false});
      const std::vector<World> expected = reference(history);
      everyOrder(history.rounds[0], [&](const Order& first) {
        World begin;
        play(begin, history.rounds[0], first);
        check(history, begin, expected[0], true);
        everyOrder(history.rounds[1], [&](const Order& second) {
          World world = begin;
          play(world, history.rounds[1], second);
          check(history, world, expected[1], false);
        });
      });
    }));
  }

  void law8_whatLostInIgnoranceIsAnOpenConflict() {
    QVERIFY(holds("every value replaced without knowledge has a card", 3000, [] {
      const History history = drawHistory({.devices = 4, .rounds = 3, .most = 2});
      World world;
      for (const Round& round : history.rounds) play(world, round, randomOrder(round));
      if (!include(world.cards(), Oracle(history).lostInIgnorance(world.record->row)))
        RC_FAIL("a value is lost:\n" + show(world) + show(history));
    }));
  }

  void law8_deletesObeyTheirLaw() {
    QVERIFY(holds("three devices delete, edit and restore, with a late job", 400, [] {
      const History history = drawHistory({.devices = 3, .rounds = 1, .most = 2, .fields = false});
      Round start{{Patch(1, Op::create).at(1).set("title", "start")}};
      World begin;
      play(begin, start, firstOrder(start));
      // The same round on top of a record that all know, one version later.
      History later = history;
      later.rounds = {start, history.rounds[0]};
      later.ends = {1, 1 + history.ends[0]};
      for (auto& all : later.rounds[1]) {
        for (Mutation& m : all) {
          m.base = 1;
          m.stamp = m.stamp.shifted(100);
          if (m.op == Op::create && m.device != device(2)) m.op = Op::del, m.patches.clear();
        }
      }
      Mutation job = Patch(0, Op::edit).at(5000).base(1).set("code", "J");
      later.rounds[1].push_back({job});
      ++later.ends[1];
      const Oracle oracle(later);
      everyOrder(later.rounds[1], [&](const Order& order) {
        World world = begin;
        play(world, later.rounds[1], order);
        const bool deleted = world.record->row.state == State::trashed;
        if (deleted != oracle.deleted()) RC_FAIL("wrong state:\n" + show(later));
        const bool told =
            std::ranges::any_of(world.all, [](const Conflict& c) { return c.kind != Conflict::Kind::value; });
        if (told && !oracle.crossed()) RC_FAIL("told for nothing:\n" + show(later));
        if (!told && !deleted && oracle.crossed()) RC_FAIL("nobody was told:\n" + show(later));
        RC_ASSERT(world.record->row.text("code") == "J");
      });
    }));
  }

  void law5_repeatingAMutationChangesNothing() {
    QVERIFY(holds("the same mutation twice in a row", 1000, [] {
      const History history = drawHistory({.devices = 3, .rounds = 2, .most = 3});
      World world;
      for (const Round& round : history.rounds) {
        std::vector<std::size_t> next(round.size(), 0);
        for (const int author : randomOrder(round)) {
          const auto index = static_cast<std::size_t>(author);
          const Mutation& m = round[index][next[index]++];
          world.receive(m);
          World again = world;
          again.receive(m);
          if (!sameRow(world, again)) RC_FAIL(show(history));
          --again.version;
        }
      }
    }));
  }
};

QTEST_GUILESS_MAIN(MergeOrderTest)
#include "order_test.moc"
