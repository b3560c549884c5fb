// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <array>

#include "crypto/derived_id.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;
using model::State;

namespace {

/// A shared list with one film in it, and three people who do something to it without knowing of each other.
struct ThreeHands {
  ThreeHands() : scope(w.family(ann)), list(newId()) {
    w.join(scope, bob, "member");
    w.join(scope, cat, "member");
    w.one(ann, ann.create(scope, "lists", list, {{.field = "name", .value = std::string("Sunday")}}));
    w.one(ann, item(ann, heat));
    ann.base = bob.base = cat.base = w.store.scope(scope)->head;
    mutations = {
        bob.del(scope, "lists", list),
        ann.edit(scope, "list_items", itemId(heat), {{.field = "title", .value = std::string("Heat!")}}),
        item(cat, ran)};
  }
  Uuid itemId(const Uuid& title) const {
    return crypto::derivedId(scope, "list_items", {list.str(), title.str()});
  }
  model::Mutation item(Actor& who, const Uuid& title) {
    return who.create(scope, "list_items", itemId(title),
                      {{.field = "list", .value = list},
                       {.field = "title_id", .value = title},
                       {.field = "title", .value = std::string("Film")},
                       {.field = "kind", .value = std::string("movie")}});
  }
  Actor& author(std::size_t i) { return *std::array{&bob, &ann, &cat}[i]; }

  World w;
  Actor ann{"ann"}, bob{"bob"}, cat{"cat"};
  Uuid scope, list;
  const Uuid heat = Uuid::v7(1), ran = Uuid::v7(2);
  std::vector<model::Mutation> mutations;  ///< delete the list, edit an item, create an item
};

}  // namespace

/// Law 8: parents and children, three devices, every order of arrival. On the memory store and on PostgreSQL.
class TestSyncParents : public QObject {
  Q_OBJECT
 private slots:
  void law8_everyOrderEndsAlikeAndTellsBothSides_data() {
    QTest::addColumn<QByteArray>("order");
    std::string order = "012";
    do {
      QTest::newRow(order.c_str()) << QByteArray::fromStdString(order);
    } while (std::next_permutation(order.begin(), order.end()));
  }
  void law8_everyOrderEndsAlikeAndTellsBothSides() {
    QFETCH(QByteArray, order);
    ThreeHands t;
    for (const char digit : order) {
      const auto i = static_cast<std::size_t>(digit - '0');
      QVERIFY(t.w.one(t.author(i), t.mutations[i]).outcome != Outcome::held);
    }
    // Work on what it holds keeps the list, whoever came first.
    QCOMPARE(t.w.row(t.scope, "lists", t.list).state, State::live);
    QCOMPARE(t.w.row(t.scope, "lists", t.list).text("name"), std::string_view("Sunday"));
    QCOMPARE(t.w.row(t.scope, "list_items", t.itemId(t.heat)).state, State::live);
    QCOMPARE(t.w.row(t.scope, "list_items", t.itemId(t.heat)).text("title"), std::string_view("Heat!"));
    QCOMPARE(t.w.row(t.scope, "list_items", t.itemId(t.ran)).state, State::live);
    // Who deleted it and who worked on it read of it, on every device.
    for (Actor* who : {&t.ann, &t.bob, &t.cat}) {
      const auto rows = t.w.pull(*who, t.scope);
      const bool told = std::ranges::any_of(rows, [&](const auto& entry) {
        const model::Record& row = entry.second;
        return row.collection->name == "conflicts" && row.uuid("subject_id") == t.list &&
               row.uuid("lost_by_account") == t.bob.who.account &&
               row.uuid("kept_by_account") != t.bob.who.account && model::isNull(row.at("resolution"));
      });
      QVERIFY(told);
    }
    // The same pushes again change nothing.
    const std::int64_t head = t.w.store.scope(t.scope)->head;
    for (std::size_t i = 0; i < t.mutations.size(); ++i) t.w.one(t.author(i), t.mutations[i]);
    QCOMPARE(t.w.store.scope(t.scope)->head, head);
  }
};

QTEST_GUILESS_MAIN(TestSyncParents)
#include "test_sync_parents.moc"
