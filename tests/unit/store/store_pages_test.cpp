// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

const schema::Collection& lists() { return schema::collection("lists"); }

protocol::PageHeader headerOf(const TempStore& s, std::int64_t head) {
  protocol::PageHeader header;
  header.scope = s.person;
  header.epoch = s.epoch;
  header.head = head;
  header.next.since = head;
  return header;
}

}  // namespace

/// Laws 10 to 12: pages, digests, full re-reads, leaving a scope.
class StorePagesTest : public QObject {
  Q_OBJECT

 private slots:
  void law10_digestFollowsEveryChange() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 20; ++i) {
      ids.push_back(Uuid::v7(i));
      s.serverPuts("lists", ids.back(), {{"name", "list " + std::to_string(i)}});
    }
    QVERIFY(s.pull().verified);
    s.serverPuts("lists", ids[3], {{"name", std::string("other")}});
    s.serverRow("lists", ids[4]).state = model::State::trashed;
    s.serverPuts("lists", ids[4], {});
    s.serverRow("lists", ids[5]).state = model::State::tombstone;
    s.serverPuts("lists", ids[5], {{"name", model::Value{}}});
    s.edit("lists", ids[6], {{"name", std::string("mine")}});  // pending: no part of the digest
    s.serverPuts("lists", ids[6], {{"order_key", std::string("k")}});
    QVERIFY(s.pull().verified);
    QCOMPARE(textOf(s->get(lists(), s.person, ids[6]), "name"), std::string("mine"));
    QCOMPARE(textOf(s->get(lists(), s.person, ids[6]), "order_key"), std::string("k"));
    QVERIFY(s->scope(s.person)->verifiedMs == s.clock.wallMs());
    s.reopen();
    QVERIFY(s->scope(s.person)->digest == s.serverDigest());
  }

  void law10_aLostRowIsNoticedAndComesBack() {
    TempStore s;
    for (int i = 0; i < 5; ++i) s.serverPuts("lists", Uuid::v7(i), {{"name", std::string("x")}});
    auto header = headerOf(s, s.head);
    header.digest = s.serverDigest();
    std::vector<model::Record> rows = s.server;
    rows.pop_back();
    const auto applied = s->applyPage(header, rows);
    QVERIFY(applied.mismatch && !applied.verified);
    s->restartScope(s.person, s.epoch);
    QCOMPARE(s->scope(s.person)->cursor, std::int64_t{0});
    QVERIFY(s.pull().verified);
  }

  void law10_whatARereadInTheSameEpochDoesNotBringIsSetAside() {
    TempStore s;
    const Uuid kept = Uuid::v7(1);
    const Uuid lost = Uuid::v7(2);
    for (const Uuid& id : {kept, lost}) s.serverPuts("lists", id, {{"name", std::string("typed once")}});
    s.pull();
    std::erase_if(s.server, [&](const auto& row) { return row.id == lost; });
    s->restartScope(s.person, s.epoch, true);
    QVERIFY(s.pull().verified);
    QVERIFY(s->heldItems().size() == 1 && s->heldItems()[0].reason.code == Code::gone);
    QCOMPARE(textOf(s->get(lists(), s.person, lost), "name"), std::string("typed once"));
  }

  void anInterruptedPassGoesOnAfterARestart() {
    TempStore s;
    for (int i = 0; i < 4; ++i) s.serverPuts("lists", Uuid::v7(i), {{"name", std::string("x")}});
    auto header = headerOf(s, s.head);
    header.more = true;
    header.next = {0, 4, lists().id, 2, s.server[1].id};
    s->applyPage(header, {s.server[0], s.server[1]});
    s.reopen();
    QVERIFY(s->scope(s.person)->resume == header.next);
    QCOMPARE(s->scope(s.person)->cursor, std::int64_t{0});
    auto last = headerOf(s, s.head);
    last.digest = s.serverDigest();
    QVERIFY(s->applyPage(last, {s.server[2], s.server[3]}).verified);
    QVERIFY(s->scope(s.person)->resume == protocol::PageToken{});
    QCOMPARE(s->scope(s.person)->cursor, s.head);
  }

  void pagesOfAPassShareACommitAndNothingComesBetween() {
    TempStore s;
    for (int i = 0; i < 8; ++i) s.serverPuts("lists", Uuid::v7(i), {{"name", std::string("x")}});
    const auto page = [&](std::size_t first, std::size_t count) {
      auto header = headerOf(s, s.head);
      header.more = first + count < s.server.size();
      const auto& end = s.server[first + count - 1];
      if (header.more) header.next = {0, s.head, lists().id, end.version, end.id};
      if (!header.more) header.digest = s.serverDigest();
      const auto from = s.server.begin() + static_cast<std::ptrdiff_t>(first);
      return s->applyPage(header, {from, from + static_cast<std::ptrdiff_t>(count)});
    };
    s.changedIds();
    page(0, 2);
    QVERIFY(!s->settleAt());  // the first page fills the first screen
    QCOMPARE(s.changedIds().size(), std::size_t{2});
    page(2, 2);
    QVERIFY(s->settleAt());
    QVERIFY(s.changedIds().empty());
    s.addList("mine");  // a person's write is a transaction of its own, on top of what came before it
    QVERIFY(!s->settleAt());
    QCOMPARE(s.changedIds().size(), std::size_t{3});
    page(4, 1);
    s.clock.advance(*s->settleAt() - s.clock.steadyMs());
    page(5, 1);  // long enough
    QVERIFY(!s->settleAt());
    QCOMPARE(s.changedIds().size(), std::size_t{2});
    QVERIFY(page(6, 2).verified);
    QVERIFY(!s->settleAt());
  }

  void law11_aRereadDropsWhatTheServerForgotAndKeepsWhatIsPending() {
    TempStore s;
    const Uuid kept = Uuid::v7(1);
    const Uuid gone = Uuid::v7(2);
    const Uuid edited = Uuid::v7(3);
    for (const Uuid& id : {kept, gone, edited}) s.serverPuts("lists", id, {{"name", std::string("x")}});
    s.pull();
    s.edit("lists", edited, {{"name", std::string("mine")}});
    const Uuid fresh = s.addList("fresh");
    // The server was restored: one row is an older version, one is missing.
    std::erase_if(s.server, [&](const auto& row) { return row.id == gone; });
    s.serverRow("lists", kept).at("name") = std::string("older");
    s.serverRow("lists", kept).version = 1;
    s.epoch = 2;
    s.head = 1000;
    s->restartScope(s.person, s.epoch);
    QCOMPARE(textOf(s->get(lists(), s.person, gone), "name"),
             std::string("x"));  // nothing vanishes before the end
    s.reopen();
    s.changedIds();
    QVERIFY(s.pull().verified);
    QVERIFY(!s->get(lists(), s.person, gone));
    QCOMPARE(textOf(s->get(lists(), s.person, kept), "name"), std::string("older"));
    QCOMPARE(textOf(s->get(lists(), s.person, edited), "name"), std::string("mine"));
    QCOMPARE(textOf(s->get(lists(), s.person, fresh), "name"), std::string("fresh"));
    QCOMPARE(s.changedIds(), (std::vector<Uuid>{kept, gone}));
    QCOMPARE(s->scope(s.person)->epoch, std::int64_t{2});
  }

  void law11_anEditTypedOverAConflictKnowsNothingOfAnOlderServer() {
    TempStore s;
    const Uuid fought = Uuid::v7(1);
    const Uuid quiet = Uuid::v7(2);
    const Uuid late = Uuid::v7(3);
    for (const Uuid& id : {fought, quiet, late}) s.serverPuts("lists", id, {{"name", std::string("shown")}});
    for (const Uuid& id : {fought, late}) {
      s.serverPuts("conflicts", Uuid::v7(4),
                   {{"kind", std::string("value")},
                    {"subject_collection", std::string("lists")},
                    {"subject_id", id},
                    {"field", std::string("name")},
                    {"lost_value", std::string("\"lost\"")}});
    }
    s.pull();
    for (const Uuid& id : {fought, quiet}) s.edit("lists", id, {{"name", std::string("mine")}});
    s.edit("lists", fought, {{"description", std::string("beside it")}});
    std::erase_if(s.server, [&](const auto& row) { return row.collection->name == "conflicts"; });
    const std::int64_t before = s.head;
    s.epoch = 2;
    s.head = 1000;
    s->offerAgain(s.person, 0, 1);
    s->restartScope(s.person, s.epoch);
    s.edit("lists", late, {{"name", std::string("mine")}});  // what is shown is still the newer server's
    s.pull();
    s.edit("lists", late, {{"description", std::string("later")}});
    for (const model::Mutation& m : s->nextPush(s.person, 10, 10'000)) {
      const bool name = m.patches.at(0).field->name == "name";
      QCOMPARE(m.base, name && m.id != quiet ? 0 : m.id == late ? s.head : before);
    }
  }

  void pagesOfAnotherEpochOrAboveAGapAreIgnored() {
    TempStore s;
    s.serverPuts("lists", Uuid::v7(1), {{"name", std::string("x")}});
    s.pull();
    auto other = headerOf(s, 50);
    other.epoch = 9;
    QVERIFY(s->applyPage(other, {}).ignored);
    auto live = headerOf(s, 7);
    live.live = true;
    live.from = 5;
    QVERIFY(s->applyPage(live, {}).ignored);
    QCOMPARE(s->scope(s.person)->cursor, std::int64_t{1});
    live.from = 1;
    QVERIFY(!s->applyPage(live, {}).ignored);
    QCOMPARE(s->scope(s.person)->cursor, std::int64_t{7});
  }

  void aLivePageNeverEndsAReread() {
    TempStore s;
    const Uuid id = Uuid::v7(1);
    s.serverPuts("lists", id, {{"name", std::string("x")}});
    s.pull();
    s->restartScope(s.person, s.epoch);
    auto live = headerOf(s, 5);
    live.live = true;
    QVERIFY(s->applyPage(live, {}).ignored);
    QVERIFY(s->get(lists(), s.person, id));
    QVERIFY(s.pull().verified);
  }

  void anOlderRowNeverReplacesANewerOne() {
    TempStore s;
    const Uuid id = Uuid::v7(1);
    s.serverPuts("lists", id, {{"name", std::string("old")}});
    const model::Record old = s.serverRow("lists", id);
    s.serverPuts("lists", id, {{"name", std::string("new")}});
    s.pull();
    auto header = headerOf(s, s.head);
    header.digest = s.serverDigest();
    QVERIFY(s->applyPage(header, {old}).verified);
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("new"));
  }

  void aCreateMeetsTheSameRecordFromElsewhere() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    const auto mine = *s->get(schema::collection("watch_entries"), s.person, id);
    s.serverPuts(
        "watch_entries", id,
        {{"title_id", mine.at("title_id")}, {"title", std::string("Alien")}, {"rating", std::int64_t{90}}});
    QVERIFY(s.pull().verified);
    const auto shown = s->get(schema::collection("watch_entries"), s.person, id);
    QCOMPARE(shown->number("rating"), std::int64_t{90});
    QCOMPARE(textOf(shown, "status"), std::string(mine.text("status")));
    s.push();
    QVERIFY(s.pull().verified);
  }

  void law12_leavingTakesEverythingButWhatWasNeverSent() {
    TempStore s;
    const Uuid kept = Uuid::v7(1);
    s.serverPuts("lists", kept, {{"name", std::string("a very secret name")}});
    s.pull();
    const Uuid sent = s.addList("sent and taken");
    s.push();
    s.edit("lists", kept, {{"description", std::string("typed and not taken")}});
    s.changedIds();
    s->dropScope(s.person);
    QVERIFY(!s->scope(s.person));
    QVERIFY(!s->get(lists(), s.person, kept) && !s->get(lists(), s.person, sent));
    QCOMPARE(s.changedIds(), (std::vector<Uuid>{std::min(kept, sent), std::max(kept, sent)}));
    const auto held = s->heldItems();
    QCOMPARE(held.size(), 1u);
    QVERIFY(held[0].reason.code == Code::forbidden);
    QCOMPARE(std::get<std::string>(held[0].mutation.patches[0].value), std::string("typed and not taken"));
    QVERIFY(s->retryHeld(held[0].localId).error().code == Code::forbidden);
    s->tidy();
    s.close();
    for (const char* part : {"", "-wal"}) {
      QFile file(QString::fromStdString(s.file().string() + part));
      if (!file.open(QIODevice::ReadOnly)) continue;
      QVERIFY(!file.readAll().contains("a very secret name"));
    }
    s.open();
    QVERIFY(s->discardHeld(held[0].localId).ok());
    QVERIFY(s->heldItems().empty());
  }

  void exportListsTheTruth() {
    TempStore s;
    for (int i = 3; i > 0; --i) s.serverPuts("lists", Uuid::v7(i), {{"name", std::string("x")}});
    s.pull();
    s.addList("pending");
    std::vector<std::string> lines;
    s->exportScope(s.person, [&](std::string_view line) { lines.emplace_back(line); });
    QCOMPARE(lines.size(), 3u);
    QVERIFY(std::is_sorted(lines.begin(), lines.end()));
  }
};

QTEST_GUILESS_MAIN(StorePagesTest)
#include "store_pages_test.moc"
