// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "shoot.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Scopes are made by their heads, offered to members, and gates by projection. Runs on the memory store and
/// on PostgreSQL.
class TestSyncScopes : public QObject {
  Q_OBJECT
 private slots:
  void creatingAHeadMakesTheScope();
  void helloOffersWhatOneIsMemberOf();
  void everybodyReadsACatalogue();
  void aProjectGetsItsGate();
  void projectionsAreIdempotentAndOrdered();
};

void TestSyncScopes::creatingAHeadMakesTheScope() {
  World w;
  Actor ann("ann");
  const Uuid family = w.family(ann);
  const auto row = w.store.scope(family);
  QVERIFY(row.has_value());
  QCOMPARE(*row->kind, schema::Scope::family);
  QCOMPARE(w.store.roleOf(family, ann.who.account).value_or(""), std::string("owner"));
  const auto members = w.rows(family, "members");
  QCOMPARE(members.size(), std::size_t{1});
  QCOMPARE(members[0].uuid("account_id"), ann.who.account);
  QCOMPARE(members[0].text("role"), std::string_view("owner"));
  QVERIFY(w.changes.back().members);
}

void TestSyncScopes::helloOffersWhatOneIsMemberOf() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid own = w.person(ann);
  const Uuid family = w.family(ann);
  w.family(bob);
  const Entry entry = watchEntry(own, "Heat");
  w.one(ann, ann.create(own, "watch_entries", entry.id, entry.sets));
  const protocol::Hello hello{.device = ann.who.device, .app = "test", .wallMs = 0, .scopes = {}};
  const auto welcome = w.service.hello(ann.who, hello);
  QVERIFY(welcome.ok());
  QCOMPARE(welcome->account, ann.who.account);
  QCOMPARE(welcome->wallMs, w.clock.wallMs());
  QCOMPARE(welcome->scopes.size(), std::size_t{2});
  for (const auto& offer : welcome->scopes) {
    QVERIFY(offer.scope == own || offer.scope == family);
    QCOMPARE(offer.lastSeq, std::uint64_t{1});
    QCOMPARE(offer.head, w.store.scope(offer.scope)->head);
    QCOMPARE(offer.role, std::string("owner"));
  }
  QVERIFY(!w.service.hello(bob.who, hello).ok());  // another device's token
}

void TestSyncScopes::everybodyReadsACatalogue() {
  World w;
  Actor ann("ann");
  const Uuid pack = newId();
  const Uuid country = newId();
  w.service.write(pack, {}, [&](server::ScopeWriter& writer) {
    writer.create(schema::Scope::catalog);
    model::Record record(schema::collection("countries"), pack, country);
    record.at("code") = std::string("FR");
    record.at("name") = std::string("France");
    writer.put(record);
  });
  const auto rows = w.pull(ann, pack);
  QCOMPARE(rows.size(), std::size_t{1});
  const server::RecordKey key{&schema::collection("countries"), country};
  const server::RecordKey other{&schema::collection("countries"), newId()};
  const std::vector<server::RecordKey> keys = {key, other};
  QCOMPARE(w.store.inCatalogue(keys).size(), std::size_t{1});
  const auto edit = ann.edit(pack, "countries", country, {{.field = "name", .value = std::string("x")}});
  QVERIFY(
      w.service.push(ann.who, {.scope = pack, .ack = 0, .mutations = {edit}})->results[0].reason.has_value());
}

void TestSyncScopes::aProjectGetsItsGate() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid project = makeProject(w, ann);
  const Uuid gate = crypto::gateScopeOf(project);
  QVERIFY(!w.store.scope(gate).has_value());
  QCOMPARE(w.service.runJobs(), 1);
  QCOMPARE(*w.store.scope(gate)->kind, schema::Scope::gate);
  QCOMPARE(w.store.roleOf(gate, ann.who.account).value_or(""), std::string("coordinator"));
  QCOMPARE(w.rows(gate, "gate_info").at(0).text("time_zone"), std::string_view("Europe/Paris"));

  const Uuid assignment = newId();
  const auto made = w.one(ann, ann.create(project, "assignments", assignment,
                                          {{.field = "name", .value = std::string("Lina Berg")},
                                           {.field = "status", .value = std::string("confirmed")},
                                           {.field = "gate_note", .value = std::string("Knows the way")}}));
  QVERIFY2(made.outcome == Outcome::applied, made.reason ? made.reason->message.c_str() : "");
  w.join(project, bob, "presence");
  w.service.runJobs();
  const auto roster = w.rows(gate, "roster");
  QCOMPARE(roster.size(), std::size_t{1});
  QCOMPARE(roster[0].id, assignment);
  QCOMPARE(roster[0].text("name"), std::string_view("Lina Berg"));
  QCOMPARE(roster[0].text("note"), std::string_view("Knows the way"));
  QCOMPARE(w.store.roleOf(gate, bob.who.account).value_or(""), std::string("presence"));

  ann.base = w.store.scope(project)->head;
  w.one(ann, ann.edit(project, "assignments", assignment,
                      {{.field = "status", .value = std::string("cancelled")}}));
  w.service.write(project, {}, [&](server::ScopeWriter& writer) { writer.removeMember(bob.who.account); });
  w.service.runJobs();
  QVERIFY(w.rows(gate, "roster").empty());
  QVERIFY(!w.store.roleOf(gate, bob.who.account).has_value());
}

void TestSyncScopes::projectionsAreIdempotentAndOrdered() {
  World w;
  Actor ann("ann");
  const Uuid project = makeProject(w, ann);
  const Uuid assignment = newId();
  w.one(ann, ann.create(project, "assignments", assignment,
                        {{.field = "name", .value = std::string("Lina Berg")},
                         {.field = "status", .value = std::string("confirmed")}}));
  const auto job = w.store.claimJob(w.clock.wallMs(), w.clock.wallMs() + 1000);
  QVERIFY(job.has_value());
  w.clock.advance(2000);  // it was never finished: it comes back
  QCOMPARE(w.service.runJobs(), 2);
  const Uuid gate = crypto::gateScopeOf(project);
  const auto head = w.store.scope(gate)->head;
  w.rules.run(w.service, *job);
  QCOMPARE(w.store.scope(gate)->head, head);
  QCOMPARE(w.service.runJobs(), 0);  // and a projection triggers none
}

QTEST_APPLESS_MAIN(TestSyncScopes)
#include "test_sync_scopes.moc"
