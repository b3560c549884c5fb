// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <random>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/sync/doctor.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kOld = 1;

/// What a device of a schema level reads, as it reads it: encoded and decoded.
struct Reading {
  std::map<Uuid, model::Record> rows;
  std::vector<std::string> columns;
  std::optional<model::Digest> digest;
  std::int64_t head = 0;
};

Reading read(World& w, const Actor& actor, const Uuid& scope, int level, protocol::PageToken from,
             std::int64_t limit = 0) {
  Reading out;
  protocol::Pull pull;
  pull.scope = scope;
  pull.epoch = 1;
  pull.from = from;
  pull.limit = limit;
  pull.schema = level;
  for (;;) {
    const auto answer = w.service.pull(actor.who, pull);
    const protocol::Frame frame = answer->encode();
    const auto page = std::get<protocol::Page>(protocol::decodeServer(frame.bytes, frame.binary).value());
    for (const model::Record& row : page.rows) out.rows.insert_or_assign(row.id, row);
    pull.from = page.header.next;
    out.head = page.header.head;
    out.digest = page.header.digest;
    if (!page.header.more) return out;
  }
}

model::Digest sumOf(const Reading& reading, int level) {
  model::Digest sum;
  for (const auto& [id, row] : reading.rows) sum += model::rowHash(row, level);
  return sum;
}

/// A family with a list, items with and without a running time, and a round of choosing.
struct Household {
  Household() : scope(w.family(ann)) {
    list = newId();
    w.one(ann, ann.create(scope, "lists", list, {{.field = "name", .value = std::string("Sunday")}}));
    for (int i = 0; i < 6; ++i) {
      items.push_back(crypto::derivedId(scope, "list_items", {list.str(), titleOf(i).str()}));
      std::vector<Set> sets = {{.field = "list", .value = list},
                               {.field = "title_id", .value = titleOf(i)},
                               {.field = "title", .value = "Film " + std::to_string(i)},
                               {.field = "kind", .value = std::string("movie")}};
      if (i % 2 == 1) sets.push_back({.field = "minutes", .value = std::int64_t{90 + i}});
      w.one(ann, ann.create(scope, "list_items", items.back(), sets));
    }
    round = newId();
    w.one(ann, ann.create(scope, "tonight_rounds", round,
                          {{.field = "evening", .value = std::string("2026-11-21")},
                           {.field = "started_by", .value = ann.who.account}}));
    ann.base = w.store.scope(scope)->head;
  }
  static Uuid titleOf(int i) { return crypto::derivedId(Uuid{}, "title", {std::to_string(i)}); }
  World w;
  Actor ann{"ann"};
  Uuid scope, list, round;
  std::vector<Uuid> items;
};

}  // namespace

/// Law 13: devices of older schema levels. Runs on the memory store and on PostgreSQL.
class TestSyncLevels : public QObject {
  Q_OBJECT
 private slots:
  void law13_anOlderDeviceIsSentWhatItKnows() {
    Household h;
    const Reading older = read(h.w, h.ann, h.scope, kOld, {});
    QVERIFY(!older.rows.contains(h.round));
    QVERIFY(older.rows.contains(h.items[1]));
    QVERIFY(model::isNull(older.rows.at(h.items[1]).at("minutes")));
    QVERIFY(older.digest == sumOf(older, kOld));
    const Reading newer = read(h.w, h.ann, h.scope, schema::kSchemaLevel, {});
    QCOMPARE(newer.rows.at(h.items[1]).number("minutes"), std::int64_t{91});
    QVERIFY(newer.digest == sumOf(newer, schema::kSchemaLevel));
    QVERIFY(newer.digest != older.digest);
  }

  void law13_theDigestOfEveryLevelFollowsEveryChange() {
    Household h;
    std::mt19937_64 random(7);
    for (int i = 0; i < 60; ++i) {
      const Uuid& item = h.items[random() % h.items.size()];
      switch (random() % 4) {
        case 0:
          h.w.one(h.ann,
                  h.ann.edit(h.scope, "list_items", item,
                             {{.field = "minutes", .value = static_cast<std::int64_t>(random() % 200 + 1)}}));
          break;
        case 1:
          h.w.one(h.ann, h.ann.edit(h.scope, "list_items", item, {{.field = "minutes"}}));
          break;
        case 2:
          h.w.one(h.ann, h.ann.edit(h.scope, "list_items", item,
                                    {{.field = "title", .value = "Film " + std::to_string(random())}}));
          break;
        default:
          h.w.one(h.ann, h.ann.del(h.scope, "list_items", item));
      }
      h.ann.base = h.w.store.scope(h.scope)->head;
      const Reading older = read(h.w, h.ann, h.scope, kOld, {});
      QVERIFY2(older.digest == sumOf(older, kOld), qPrintable(QString::number(i)));
      const auto sums = h.w.service.sums(h.ann.who, {h.scope, kOld, {""}});
      model::Digest tree;
      for (const auto& child : sums->branches.at(0).children) tree += child.sum;
      QVERIFY(tree == older.digest);
    }
    for (const Uuid& item : h.items)
      h.w.one(h.ann, h.ann.edit(h.scope, "list_items", item, {{.field = "minutes"}}));
    h.w.one(h.ann,
            h.ann.edit(h.scope, "list_items", h.items[0], {{.field = "title", .value = std::string("x")}}));
    QCOMPARE(read(h.w, h.ann, h.scope, kOld, {}).digest, sumOf(read(h.w, h.ann, h.scope, kOld, {}), kOld));
  }

  void law13_anEditOfAnOlderDeviceTouchesNothingItDoesNotKnow() {
    Household h;
    h.w.one(h.ann, h.ann.edit(h.scope, "list_items", h.items[3],
                              {{.field = "title", .value = std::string("other")}}));
    QCOMPARE(h.w.row(h.scope, "list_items", h.items[3]).number("minutes"), std::int64_t{93});
    h.ann.base = h.w.store.scope(h.scope)->head;
    h.w.one(h.ann, h.ann.del(h.scope, "list_items", h.items[3]));
    h.ann.base = h.w.store.scope(h.scope)->head;
    // Made anew by a device that saw it deleted: nothing of the old one comes back, and the digests follow.
    h.w.one(h.ann, h.ann.create(h.scope, "list_items", h.items[3],
                                {{.field = "list", .value = h.list},
                                 {.field = "title_id", .value = Household::titleOf(3)},
                                 {.field = "title", .value = std::string("again")},
                                 {.field = "kind", .value = std::string("movie")}}));
    const model::Record row = h.w.row(h.scope, "list_items", h.items[3]);
    QCOMPARE(row.text("title"), std::string_view("again"));
    QVERIFY(model::isNull(row.at("minutes")));
    const Reading older = read(h.w, h.ann, h.scope, kOld, {});
    QVERIFY(older.digest == sumOf(older, kOld));
  }

  void law13_afterAnUpgradeOnlyWhatWasLackingComes() {
    Household h;
    const std::int64_t cursor = h.ann.base;
    Reading had = read(h.w, h.ann, h.scope, kOld, {});
    for (std::int64_t limit : {0, 1, 2}) {
      const protocol::PageToken from{0, cursor, 0, 0, {}, kOld};
      const Reading lacked = read(h.w, h.ann, h.scope, schema::kSchemaLevel, from, limit);
      QCOMPARE(lacked.rows.size(), std::size_t{4});  // three running times and the round
      Reading now = had;
      for (const auto& [id, row] : lacked.rows) now.rows.insert_or_assign(id, row);
      QVERIFY(lacked.digest == sumOf(now, schema::kSchemaLevel));
    }
    h.w.one(h.ann, h.ann.edit(h.scope, "lists", h.list, {{.field = "name", .value = std::string("Monday")}}));
    const Reading both = read(h.w, h.ann, h.scope, schema::kSchemaLevel, {0, cursor, 0, 0, {}, kOld}, 2);
    QCOMPARE(both.rows.size(), std::size_t{5});
    QVERIFY(both.rows.contains(h.list));
  }

  void law13_rowsAreRepairedAtTheDevicesLevel() {
    Household h;
    const auto& list = schema::collection("list_items");
    const auto& rounds = schema::collection("tonight_rounds");
    const auto page = h.w.service.rows(h.ann.who, {h.scope, kOld, {{&list, h.items[1]}, {&rounds, h.round}}});
    const protocol::Frame frame = page->encode();
    QVERIFY(frame.binary || frame.bytes.find("minutes") == std::string::npos);
    const auto read = std::get<protocol::Page>(protocol::decodeServer(frame.bytes, frame.binary).value());
    QCOMPARE(read.rows.size(), std::size_t{1});
    QVERIFY(model::isNull(read.rows[0].at("minutes")));
    const auto marks = h.w.service.marks(h.ann.who, {h.scope, kOld, {""}});
    for (const protocol::Mark& mark : marks->marks) QVERIFY(mark.collection != &rounds);
  }

  void theDoctorFindsNothingWrong() {
    Household h;
    QCOMPARE(server::examineRecords(h.w.store, h.scope).value(), std::vector<std::string>{});
    QCOMPARE(server::examineRecords(h.w.store, newId()).error().code, Code::notFound);
  }
};

QTEST_GUILESS_MAIN(TestSyncLevels)
#include "test_sync_levels.moc"
