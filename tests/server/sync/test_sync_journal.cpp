// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "schema/collections.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using server::JournalEntry;
using What = JournalEntry::What;

/// The scope's journal: who changed which field, and when. On the memory store and on PostgreSQL.
class TestSyncJournal : public QObject {
  Q_OBJECT
 private slots:
  void whoChangedWhichFieldAndWhen();
  void deletingAndRestoringAreTold();
  void whatChangesNothingIsNotTold();
  void theServersOwnWritesNameNobody();
  void protectedFieldsAreNamedOnly();
  void longValuesAreNotCopied();
  void itIsReadInPages();
  void itIsNeverPartOfASync();
  void itIsWrittenWithTheChangeOrNotAtAll();
  void whatIsOldIsPrunedInBatches();
};

namespace {

std::vector<JournalEntry> history(World& w, const Uuid& scope, std::string_view collection, const Uuid& id,
                                  std::int64_t before = INT64_MAX, std::int64_t limit = 100) {
  return w.store.history(scope, {&schema::collection(collection), id}, before, limit);
}

Set text(const std::string& field, const std::string& value) { return {.field = field, .value = value}; }

}  // namespace

void TestSyncJournal::whoChangedWhichFieldAndWhen() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const Uuid list = newId();
  w.one(ann, ann.create(scope, "lists", list, {text("name", "Sunday")}));
  bob.base = w.store.scope(scope)->head;
  bob.clockMs = w.clock.wallMs() - 3'600'000;  // done an hour ago, with no network
  w.one(bob, bob.edit(scope, "lists", list, {text("name", "Sunday \"night\"")}));

  const auto lines = history(w, scope, "lists", list);
  QCOMPARE(lines.size(), std::size_t{2});
  QCOMPARE(lines[0].what, What::edited);
  QCOMPARE(lines[0].account, bob.who.account);
  QCOMPARE(lines[0].device, bob.who.device);
  QCOMPARE(lines[0].changes, std::string("{\"name\":{\"was\":\"Sunday\",\"is\":\"Sunday \\\"night\\\"\"}}"));
  QCOMPARE(lines[0].receivedMs, w.clock.wallMs());
  QVERIFY(lines[0].atMs <= lines[0].receivedMs);
  QCOMPARE(lines[0].version, w.row(scope, "lists", list).version);
  QCOMPARE(lines[1].what, What::created);
  QCOMPARE(lines[1].account, ann.who.account);
  QCOMPARE(lines[1].changes, std::string("{}"));
}

void TestSyncJournal::deletingAndRestoringAreTold() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  ann.base = w.store.scope(scope)->head;
  w.one(ann, ann.del(scope, "watch_entries", entry.id));
  ann.base = w.store.scope(scope)->head;
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  const auto lines = history(w, scope, "watch_entries", entry.id);
  QCOMPARE(lines.size(), std::size_t{3});
  QCOMPARE(lines[0].what, What::restored);
  QCOMPARE(lines[1].what, What::deleted);
  QCOMPARE(lines[1].changes, std::string("{}"));
  QCOMPARE(lines[2].what, What::created);
}

void TestSyncJournal::whatChangesNothingIsNotTold() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId();
  w.one(ann, ann.create(scope, "lists", list, {text("name", "Sunday")}));
  ann.base = w.store.scope(scope)->head;
  w.one(ann, ann.edit(scope, "lists", list, {text("name", "Sunday")}));
  const auto held = w.one(ann, ann.edit(scope, "lists", list, {text("name", std::string(300, 'x'))}));
  QCOMPARE(held.outcome, model::Outcome::held);
  QCOMPARE(history(w, scope, "lists", list).size(), std::size_t{1});
}

void TestSyncJournal::theServersOwnWritesNameNobody() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId();
  w.one(ann, ann.create(scope, "lists", list, {text("name", "Sunday")}));
  w.service.write(scope, {}, [&](server::ScopeWriter& writer) {
    writer.set({&schema::collection("lists"), list}, "description", std::string("by the server"));
  });
  const auto lines = history(w, scope, "lists", list);
  QCOMPARE(lines.size(), std::size_t{2});
  QVERIFY(lines[0].account.isNil() && lines[0].device.isNil());
  QCOMPARE(lines[0].changes, std::string("{\"description\":{\"was\":null,\"is\":\"by the server\"}}"));
}

void TestSyncJournal::protectedFieldsAreNamedOnly() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid viewing = newId();
  w.one(ann, ann.create(scope, "diary", viewing,
                        {{.field = "title_id", .value = newId()},
                         text("title", "Heat"),
                         text("kind", "movie"),
                         text("watched_on", "2026-06-13")}));
  ann.base = w.store.scope(scope)->head;
  w.one(ann, ann.edit(scope, "diary", viewing,
                      {{.field = "companions", .added = {"Marguerite"}}, text("place", "Le Champo")}));
  const auto lines = history(w, scope, "diary", viewing);
  QCOMPARE(lines[0].changes,
           std::string("{\"place\":{\"was\":null,\"is\":\"Le Champo\"},\"companions\":{}}"));
}

void TestSyncJournal::longValuesAreNotCopied() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId();
  w.one(ann, ann.create(scope, "lists", list, {text("name", "Sunday")}));
  ann.base = w.store.scope(scope)->head;
  w.one(ann, ann.edit(scope, "lists", list, {text("description", std::string(2'000, 'x'))}));
  QCOMPARE(history(w, scope, "lists", list)[0].changes, std::string("{\"description\":{\"long\":true}}"));
}

void TestSyncJournal::itIsReadInPages() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId(), other = newId();
  w.one(ann, ann.create(scope, "lists", list, {text("name", "0")}));
  w.one(ann, ann.create(scope, "lists", other, {text("name", "other")}));
  for (int i = 1; i < 10; ++i) {
    ann.base = w.store.scope(scope)->head;
    w.one(ann, ann.edit(scope, "lists", list, {text("name", std::to_string(i))}));
  }
  std::vector<std::int64_t> versions;
  std::int64_t before = INT64_MAX;
  for (;;) {
    const auto page = history(w, scope, "lists", list, before, 4);
    QVERIFY(page.size() <= 4);
    if (page.empty()) break;
    for (const JournalEntry& line : page) versions.push_back(line.version);
    before = page.back().version;
  }
  QCOMPARE(versions.size(), std::size_t{10});
  QVERIFY(std::is_sorted(versions.rbegin(), versions.rend()));
}

void TestSyncJournal::itIsNeverPartOfASync() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  w.one(ann, ann.create(scope, "lists", newId(), {text("name", "Sunday")}));
  const auto rows = w.pull(ann, scope);  // also compares the digest with what was sent
  QCOMPARE(rows.size(), std::size_t{1});
}

void TestSyncJournal::itIsWrittenWithTheChangeOrNotAtAll() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId();
  try {
    w.service.write(scope, {}, [&](server::ScopeWriter& writer) {
      model::Record record(schema::collection("lists"), scope, list);
      record.at("name") = std::string("never");
      writer.put(record);
      throw std::runtime_error("cut");
    });
    QFAIL("the cut was swallowed");
  } catch (const std::runtime_error&) {
  }
  QVERIFY(history(w, scope, "lists", list).empty());
}

void TestSyncJournal::whatIsOldIsPrunedInBatches() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  std::vector<Uuid> lists;
  for (int i = 0; i < 5; ++i) {
    w.one(ann, ann.create(scope, "lists", lists.emplace_back(newId()), {text("name", "x")}));
    w.clock.advance(1'000);
  }
  const std::int64_t cut = w.clock.wallMs() - 2'500;  // the last two stay
  QCOMPARE(w.store.pruneJournal(cut, 2), std::int64_t{2});
  QCOMPARE(w.store.pruneJournal(cut, 2), std::int64_t{1});
  QCOMPARE(w.store.pruneJournal(cut, 2), std::int64_t{0});
  QVERIFY(history(w, scope, "lists", lists[2]).empty());
  QCOMPARE(history(w, scope, "lists", lists[3]).size(), std::size_t{1});
  QCOMPARE(w.rows(scope, "lists").size(), std::size_t{5});
}

QTEST_GUILESS_MAIN(TestSyncJournal)
#include "test_sync_journal.moc"
