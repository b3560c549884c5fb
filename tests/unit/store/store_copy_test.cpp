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

  /// A refused note, then the record made again over it with another: both are in the copy.
  void law8_theCopyHasWhatARefusedEditHid() {
    TempStore s;
    const Uuid id = s.addList("Sunday");
    s.push(), s.pull();
    s.edit("lists", id, {{"description", std::string("hidden")}});
    const auto seq = s->nextPush(s.person, 10, 10'000).at(0).seq;
    s->storeResults(s.person, {{seq, Outcome::held, 0, {Error{Code::notFound, "id", "No such record."}}}});
    std::erase_if(s.server, [&](const auto& row) { return row.id == id; });
    s.epoch = 2;
    s.head = 1000;
    s->restartScope(s.person, s.epoch);
    s.pull();
    store::Edit again = makeEdit("lists", s.person, id, {{"name", std::string("Monday")}});
    again.op = Op::create;
    const auto made = s->write(again);
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message.c_str());
    s.edit("lists", id, {{"description", std::string("shown")}});
    model::Record grave(lists(), s.person, id);
    grave.state = model::State::tombstone;
    grave.version = ++s.head;
    s.server.push_back(grave);
    s.pull();
    std::string words;
    for (const auto& item : s->heldItems())
      for (const auto& m : s->heldMutations(item.localId))
        for (const auto& patch : m.patches)
          if (const auto* text = std::get_if<std::string>(&patch.value)) words += *text + ' ';
    QVERIFY2(words.find("shown") != std::string::npos, words.c_str());
    QVERIFY2(words.find("hidden") != std::string::npos, words.c_str());
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
