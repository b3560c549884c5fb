// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Op;
using model::Outcome;

namespace {

const schema::Collection& lists() { return schema::collection("lists"); }
const Error kGone{Code::gone, "id", "The record was deleted for good; create it again from your copy."};

/// A list with content that device and server have, edited here while the server purged it.
struct Purged {
  Purged() {
    id = s.addList("Sunday");
    s.edit("lists", id, {{"description", std::string("words of weeks")}});
    s.push();
    s.pull();
    s.edit("lists", id, {{"name", std::string("Saturday")}});
  }
  void purge() {
    model::Record& row = s.serverRow("lists", id);
    std::fill(row.fields.begin(), row.fields.end(), model::Value{});
    row.state = model::State::tombstone;
    row.version = ++s.head;
    QVERIFY(s.pull().verified);
  }
  std::uint64_t send() { return s->nextPush(s.person, 10, 10'000).at(0).seq; }
  void refuse(std::uint64_t seq) { s->storeResults(s.person, {{seq, Outcome::held, 0, kGone}}); }

  /// One item, shown with all its words, that makes the record again.
  void check() {
    const auto items = s->heldItems();
    QCOMPARE(items.size(), 1u);
    QCOMPARE(items[0].reason.code, Code::gone);
    QCOMPARE(items[0].waitingBehind, std::int64_t{0});
    const auto shown = s->get(lists(), s.person, id);
    QVERIFY(shown && shown->state == model::State::live);
    QCOMPARE(textOf(shown, "name"), std::string("Saturday"));
    QCOMPARE(textOf(shown, "description"), std::string("words of weeks"));
    s.reopen();
    QVERIFY(s->nextPush(s.person, 10, 10'000).empty());
    QVERIFY(s->retryHeld(items[0].localId).ok());
    const auto pushed = s.push();
    QCOMPARE(pushed.size(), 1u);
    QVERIFY(pushed[0].op == Op::create && pushed[0].id == id);
    s.serverRow("lists", id).state = model::State::live;
    s.pull();
    QVERIFY(s->heldItems().empty());
    QCOMPARE(textOf(s->get(lists(), s.person, id), "description"), std::string("words of weeks"));
  }

  TempStore s;
  Uuid id;
};

}  // namespace

/// Law 8: an edit of a record that was purged meanwhile waits with "create again from my copy", whatever
/// comes first.
class StoreCopyTest : public QObject {
  Q_OBJECT

 private slots:
  void law8_theAnswerComesFirst() {
    Purged p;
    p.refuse(p.send());
    p.purge();
    p.check();
  }

  void law8_theTombstoneComesFirst() {
    Purged p;
    p.purge();
    p.check();
  }

  void law8_theTombstoneComesBetween() {
    Purged p;
    const auto seq = p.send();
    p.purge();
    p.refuse(seq);
    p.check();
  }

  void law8_whatNobodyEditedHereSimplyGoes() {
    Purged p;
    p.s.push();
    p.s.pull();
    p.purge();
    QVERIFY(p.s->heldItems().empty());
    const auto shown = p.s->get(lists(), p.s.person, p.id);
    QVERIFY(!shown || shown->state == model::State::tombstone);
  }

  void law8_aDiscardedCopyIsGone() {
    Purged p;
    p.purge();
    QVERIFY(p.s->discardHeld(p.s->heldItems().at(0).localId).ok());
    QVERIFY(p.s->heldItems().empty());
    const auto shown = p.s->get(lists(), p.s.person, p.id);
    QVERIFY(!shown || shown->state == model::State::tombstone);
  }
};

QTEST_GUILESS_MAIN(StoreCopyTest)
#include "store_copy_test.moc"
