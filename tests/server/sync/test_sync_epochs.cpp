// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "epoch_pair.hpp"
#include "schema/collections.hpp"
#include "server/sync/live_hub.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Law 11: servers go back in time. Runs on the memory store and on PostgreSQL.
class TestSyncEpochs : public QObject {
  Q_OBJECT
 private slots:
  void law11_theRunningHashTellsHistoriesApart();
  void law11_nothingUnusualOpensNoEpoch();
  void law11_aCursorAboveTheHeadOpensAnEpoch();
  void law11_aHashThatIsNotOursOpensAnEpoch();
  void law11_forgottenOutcomesOpenAnEpoch();
  void law11_theEpochNumbersAboveEverythingEverIssued();
  void law11_theNextDeviceFindsTheEpochOpen();
  void law11_marksShowWhereHistoriesPart();
  void law11_aDeviceWithoutMarksKnowsNothing();
  void law11_anOldBaseHidesNoConflict();
  void law11_cursorsOfEachEpochCountAsItsRestoredHead();
  void law11_aReaderOpensNoEpoch();
  void law11_aForgottenScopeIsMadeAgainAboveItsOldVersions();
  void law11_followersOfADatabaseThatWentBackSayHelloAgain();
};

namespace {

class Sink final : public server::LiveSink {
 public:
  bool send(std::shared_ptr<const std::string>, bool) override { return ++frames > 0; }
  void stale(const Uuid&) override {}
  void scopesChanged() override { ++hellos; }
  int frames = 0;
  int hellos = 0;
};

}  // namespace

void TestSyncEpochs::law11_followersOfADatabaseThatWentBackSayHelloAgain() {
  Pair p;
  server::LiveHub hub(p.w.service, [](const std::function<void()>& task) { task(); });
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 2");
  const auto sink = std::make_shared<Sink>();
  hub.connect(p.bob.who, sink);
  hub.follow(p.scope, p.bob.who, sink, p.head());
  hub.poll();
  QCOMPARE(sink->hellos, 0);
  p.w.owned->putBack();
  hub.poll();
  QCOMPARE(sink->hellos, 1);
  hub.disconnect(sink);
}

void TestSyncEpochs::law11_theRunningHashTellsHistoriesApart() {
  Pair p;
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 2");
  const model::Digest first = p.w.store.scope(p.scope)->chain;
  const std::int64_t version = p.head();
  p.w.owned->putBack();
  p.ann.seq[p.scope] -= 1;
  p.rename(p.ann, "Heat 3");
  QCOMPARE(p.head(), version);
  QVERIFY(p.w.store.scope(p.scope)->chain != first);
  const server::ScopePoint points[] = {{p.scope, version}, {p.scope, version + 1}, {newId(), version}};
  const auto found = p.w.store.chainAt(points);
  QVERIFY(found[0] == p.w.store.scope(p.scope)->chain);
  QVERIFY(!found[1] && !found[2]);
}

void TestSyncEpochs::law11_nothingUnusualOpensNoEpoch() {
  Pair p;
  QCOMPARE(*meet(p.w, p.ann, p.annHas).known, p.annHas.state.cursor);
  p.rename(p.ann, "Heat 2");
  QCOMPARE(*meet(p.w, p.bob, p.bobHas).known, p.bobHas.state.cursor);  // behind, as devices are
  p.annHas.state.acked = p.ann.seq[p.scope];
  p.annHas.state.lastSeq = p.ann.seq[p.scope] + 5;  // given out, not arrived
  meet(p.w, p.ann, p.annHas);
  Memory stranger;
  stranger.state.scope = p.scope;
  QVERIFY(!meet(p.w, p.bob, stranger).known);
  Memory old = p.bobHas;  // a client that says no hash
  old.state.hash.reset();
  old.state.marks.clear();
  meet(p.w, p.bob, old);
  QCOMPARE(p.epoch(), 1);
}

void TestSyncEpochs::law11_aCursorAboveTheHeadOpensAnEpoch() {
  Pair p;
  const std::int64_t then = p.head();
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 2");
  p.read();
  p.w.owned->putBack();
  const auto offer = meet(p.w, p.bob, p.bobHas);
  QCOMPARE(offer.epoch, 2);
  QCOMPARE(*offer.known, then);
  const auto row = p.w.store.scope(p.scope);
  QCOMPARE(row->epochBase, then);
  QVERIFY(row->epochFirst == row->head && row->head > p.bobHas.state.cursor);
}

void TestSyncEpochs::law11_aHashThatIsNotOursOpensAnEpoch() {
  Pair p;
  const std::int64_t then = p.head();
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 2");
  p.annHas.read(p.w, p.ann, p.scope);
  p.w.owned->putBack();
  p.rename(p.bob, "Heat 3");  // the same version again, with other content
  QCOMPARE(p.head(), p.annHas.state.cursor);
  const auto offer = meet(p.w, p.ann, p.annHas);
  QCOMPARE(offer.epoch, 2);
  QCOMPARE(*offer.known, then);
  // Whoever was on the other side of the parting is known up to there, too.
  p.bobHas.read(p.w, p.bob, p.scope);
  QCOMPARE(p.w.pull(p.bob, p.scope).size(), p.w.pull(p.ann, p.scope).size());
}

void TestSyncEpochs::law11_forgottenOutcomesOpenAnEpoch() {
  Pair p;
  p.w.owned->takeImage();
  // Held: nothing but the outcome is stored, so the cursor shows nothing.
  const auto held = p.w.one(p.ann, p.ann.edit(p.scope, "watch_entries", newId(), title("None")));
  QCOMPARE(held.outcome, Outcome::held);
  p.annHas.state.acked = p.annHas.state.lastSeq = p.ann.seq[p.scope];
  QCOMPARE(meet(p.w, p.ann, p.annHas).epoch, 1);
  p.w.owned->putBack();
  const auto offer = meet(p.w, p.ann, p.annHas);
  QCOMPARE(offer.epoch, 2);
  QCOMPARE(offer.lastSeq, p.annHas.state.acked - 1);
  QCOMPARE(*offer.known, p.annHas.state.cursor);
}

void TestSyncEpochs::law11_theEpochNumbersAboveEverythingEverIssued() {
  Pair p;
  p.w.owned->takeImage();
  for (int i = 0; i < 5; ++i) p.rename(p.ann, "Heat " + std::to_string(i));
  const std::int64_t highest = p.head();
  p.read();
  std::int64_t before = highest;
  for (int time = 0; time < 3; ++time) {
    p.w.owned->putBack();  // the epoch that was opened is forgotten, too
    p.w.clock.advance(1);
    const auto offer = meet(p.w, p.bob, p.bobHas);
    QVERIFY(offer.head > before);
    before = offer.head;
    p.bobHas.read(p.w, p.bob, p.scope);
    QVERIFY(p.bobHas.state.cursor < (std::int64_t{1} << 53));
  }
}

void TestSyncEpochs::law11_theNextDeviceFindsTheEpochOpen() {
  Pair p;
  const std::int64_t then = p.head();
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 2");
  p.read();
  p.w.owned->putBack();
  meet(p.w, p.ann, p.annHas);
  const auto offer = meet(p.w, p.bob, p.bobHas);
  QCOMPARE(offer.epoch, 2);
  QCOMPARE(*offer.known, then);
  p.read();
  QCOMPARE(p.annHas.state.epoch, 2);
  QCOMPARE(meet(p.w, p.ann, p.annHas).epoch, 2);
  QCOMPARE(*meet(p.w, p.ann, p.annHas).known, p.annHas.state.cursor);
}

void TestSyncEpochs::law11_marksShowWhereHistoriesPart() {
  Pair p;
  p.rename(p.ann, "Heat 2");
  p.read();
  const std::int64_t common = p.head();
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 3");
  p.read();
  p.rename(p.ann, "Heat 4");
  p.read();
  p.w.owned->putBack();
  for (int i = 0; i < 4; ++i) {
    p.bob.base = p.head();
    p.rename(p.bob, "Ronin " + std::to_string(i));
  }
  const auto offer = meet(p.w, p.ann, p.annHas);
  QCOMPARE(offer.epoch, 2);
  QCOMPARE(*offer.known, common);
  QCOMPARE(p.w.store.scope(p.scope)->epochBase, common);
}

void TestSyncEpochs::law11_aDeviceWithoutMarksKnowsNothing() {
  Pair p;
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 3");
  p.read();
  p.w.owned->putBack();
  p.annHas.state.marks.clear();
  QCOMPARE(*meet(p.w, p.ann, p.annHas).known, 0);
}

void TestSyncEpochs::law11_anOldBaseHidesNoConflict() {
  Pair p;
  p.w.owned->takeImage();
  p.rename(p.ann, "Heat 2");  // bob reads this and builds on it
  p.read();
  p.w.owned->putBack();
  Actor other("ann");  // another device of hers, as another version: bob never saw it
  other.base = p.head();
  p.rename(other, "Heat 9");
  meet(p.w, p.bob, p.bobHas);
  p.bob.clockMs += 1000;
  QVERIFY(p.bob.base > 0);
  const auto result = p.rename(p.bob, "Ronin");
  QCOMPARE(result.outcome, Outcome::merged);
  QCOMPARE(p.shown(), std::string("Ronin"));
  const auto cards = p.w.rows(p.scope, "conflicts");
  QCOMPARE(cards.size(), 1);
  QVERIFY(cards[0].text("lost_value").find("Heat 9") != std::string_view::npos);
}

void TestSyncEpochs::law11_cursorsOfEachEpochCountAsItsRestoredHead() {
  const std::vector<server::EpochMark> epochs = {{2, 1000, 10, 0}, {3, 5000, 1020, 0}};
  QCOMPARE(server::countedVersion(8, epochs), 8);
  QCOMPARE(server::countedVersion(15, epochs), 10);
  QCOMPARE(server::countedVersion(1010, epochs), 1010);
  QCOMPARE(server::countedVersion(1050, epochs), 1020);
  QCOMPARE(server::countedVersion(5050, epochs), 5050);
  // Put back to before the second epoch began.
  QCOMPARE(server::countedVersion(1050, std::vector<server::EpochMark>{{3, 5000, 7, 0}}), 7);
}

void TestSyncEpochs::law11_aReaderOpensNoEpoch() {
  World w;
  Actor reader("reader");
  const Uuid pack = newId();
  w.service.write(pack, {}, [](server::ScopeWriter& writer) { writer.create(schema::Scope::catalog); });
  Memory memory;
  memory.read(w, reader, pack);
  memory.state.cursor += 10;
  const auto offer = meet(w, reader, memory);
  QCOMPARE(offer.epoch, 1);
  QCOMPARE(*offer.known, 0);
}

void TestSyncEpochs::law11_aForgottenScopeIsMadeAgainAboveItsOldVersions() {
  World w;
  Actor ann("ann");
  w.owned->takeImage();
  const Uuid scope = w.family(ann);
  Memory has;
  has.read(w, ann, scope);
  w.owned->putBack();
  protocol::Hello hello;
  hello.device = ann.who.device;
  hello.scopes.push_back(has.state);
  const auto welcome = w.service.hello(ann.who, hello);
  QVERIFY(welcome->scopes.empty());
  QVERIFY(welcome->forgotten == std::vector<Uuid>{scope});
  ann.seq[scope] = 0;
  w.one(ann, ann.create(scope, "families", scope,
                        {{.field = "name", .value = std::string("Home")},
                         {.field = "created_by", .value = ann.who.account}}));
  const auto row = w.store.scope(scope);
  QVERIFY(row && row->head > has.state.cursor);
  QCOMPARE(row->epoch, 2);
  QCOMPARE(row->epochBase, 0);
}

QTEST_GUILESS_MAIN(TestSyncEpochs)
#include "test_sync_epochs.moc"
