// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "file_scan.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

const std::string kMarker = "Zanzibar-Marker-7431";

/// The server deletes the record for good and says so.
void erase(TempStore& s, std::string_view collection, const Uuid& id) {
  model::Record& row = s.serverRow(collection, id);
  std::fill(row.fields.begin(), row.fields.end(), model::Value{});
  row.state = model::State::tombstone;
  row.version = ++s.head;
  QVERIFY(s.pull().verified);
}

}  // namespace

/// Law 8: of a record that was deleted for good no word is left on the device, except what nobody else has.
class StoreErasedTest : public QObject {
  Q_OBJECT

 private slots:
  void law8_noWordOfAnErasedRecordIsLeft() {
    TempStore s;
    const std::string folder = s.file().parent_path().string();
    const Uuid entry = s.addEntry(kMarker);
    s.edit("watch_entries", entry, {{"notes", "what I thought of " + kMarker}});
    const Uuid list = s.addList("a list that stays");
    for (int i = 0; i < 50; ++i) {
      s.clock.advance(1);
      s.addEntry("filler " + std::to_string(i));
    }
    s.push();
    s.pull();
    s.edit("watch_entries", entry, {{"notes", "and later, " + kMarker}});
    s.edit("lists", list, {{"description", std::string("words that the server may forget")}});
    s.push();
    s.pull();
    while (s->indexSome()) {
    }
    QVERIFY(!filesWith(folder, kMarker).isEmpty());
    QVERIFY(!filesWith(folder, "zanzibar").isEmpty());  // as the search index writes it
    erase(s, "watch_entries", entry);
    s->tidy();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
    QCOMPARE(filesWith(folder, "zanzibar"), QStringList());
    s.reopen();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
  }

  void law8_aDiscardedChangeOfAnErasedRecordGoesToo() {
    TempStore s;
    const Uuid list = s.addList("before");
    s.push();
    s.pull();
    s.edit("lists", list, {{"name", kMarker}});
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person, {{pushed.at(0).seq, model::Outcome::held, 0,
                                Error{Code::invalidField, "name", "Not this."}}});
    QVERIFY(s->discardHeld(s->heldItems().at(0).localId).ok());
    erase(s, "lists", list);
    s->tidy();
    QVERIFY(s->discardedItems().empty());
    QCOMPARE(filesWith(s.file().parent_path().string(), kMarker), QStringList());
  }

  void law11_whatTheServerForgotOfOthersIsStillOffered() {
    TempStore s;
    const Uuid erased = s.addList("goes");
    const Uuid stays = s.addList("stays");
    s.push();
    s.pull();
    const std::int64_t backup = s.head;
    s.edit("lists", erased, {{"name", std::string("goes, changed")}});
    s.edit("lists", stays, {{"name", std::string("stays, changed")}});
    s.push();
    s.pull();
    erase(s, "lists", erased);
    QCOMPARE(s->offerAgain(s.person, 2, backup), std::int64_t{1});
    const auto again = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(again.size(), std::size_t{1});
    QVERIFY(again[0].id == stays);
    QCOMPARE(again[0].seq, std::uint64_t{3});  // no number is missing
    QCOMPARE(std::get<std::string>(again[0].patches.at(0).value), std::string("stays, changed"));
  }

  void law9_whatNeedsAttentionStays() {
    TempStore s;
    const Uuid list = s.addList("before");
    s.push();
    s.pull();
    s.edit("lists", list, {{"description", "mine alone: " + kMarker}});
    erase(s, "lists", list);
    s->tidy();
    QCOMPARE(s->heldItems().size(), std::size_t{1});
    QVERIFY(!filesWith(s.file().parent_path().string(), kMarker).isEmpty());
  }

  void theFileIsSweptAtMostOnceADay() {
    TempStore s;
    const Uuid first = s.addList(kMarker + " first");
    const Uuid second = s.addList(kMarker + " second");
    s.push();
    s.pull();
    erase(s, "lists", first);
    s->tidy();
    QCOMPARE(s->setting("erased"), std::string("0"));
    erase(s, "lists", second);
    s.clock.advance(3'600'000);
    s->tidy();
    QCOMPARE(s->setting("erased"), std::string("1"));
    s.clock.advance(24LL * 3'600'000);
    s->tidy();
    QCOMPARE(s->setting("erased"), std::string("0"));
    QCOMPARE(filesWith(s.file().parent_path().string(), kMarker), QStringList());
  }
};

QTEST_GUILESS_MAIN(StoreErasedTest)
#include "store_erased_test.moc"
