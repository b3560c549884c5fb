// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Law 9, scopes and who may do what. Runs on the memory store and on PostgreSQL.
class TestSyncScopes : public QObject {
  Q_OBJECT
 private slots:
  void law9_oneBadMutationStopsNoOther();
  void law9_dependentsOfAHeldMutationWait();
  void law9_aMissingParentIsNamed();
  void law9_factsAreNeverChanged();
  void law9_aMutationOfWrongShapeIsHeldAlone();
  void creatingAHeadMakesTheScope();
  void aHeldHeadHoldsItsScope();
  void outsidersNeitherReadNorWrite();
  void aRemovedMemberLosesAccessAtOnce();
  void rolesDecideWhoWrites();
  void nobodySignsAsSomebodyElse();
  void helloOffersWhatOneIsMemberOf();
  void everybodyReadsACatalogue();
  void aProjectGetsItsGate();
  void projectionsAreIdempotentAndOrdered();
  void kiosksWriteTheirGateOnly();
};

namespace {

std::vector<Set> projectFields(const Actor& actor, const std::string& name) {
  return {{.field = "name", .value = name},
          {.field = "created_by", .value = actor.who.account},
          {.field = "status", .value = std::string("preparation")},
          {.field = "time_zone", .value = std::string("Europe/Paris")},
          {.field = "day_cut", .value = std::string("04:00")}};
}

Uuid makeProject(World& w, Actor& actor) {
  const Uuid id = newId();
  const auto result = w.one(actor, actor.create(id, "projects", id, projectFields(actor, "Nightfall")));
  if (result.outcome == Outcome::held)
    throw std::runtime_error(result.reason->field + result.reason->message);
  return id;
}

std::vector<Set> eventFields(const Actor& actor, const Uuid& project, std::int64_t counter) {
  return {{.field = "kind", .value = std::string("pass")},
          {.field = "project_id", .value = project},
          {.field = "device_id", .value = actor.who.device},
          {.field = "counter", .value = counter},
          {.field = "wall_at", .value = std::int64_t{1'750'000'000'000}},
          {.field = "steady_ms", .value = std::int64_t{5}},
          {.field = "boot_id", .value = newId()},
          {.field = "grade", .value = std::string("verified")},
          {.field = "intent", .value = std::string("automatic")},
          {.field = "source", .value = std::string("badge")}};
}

}  // namespace

void TestSyncScopes::law9_oneBadMutationStopsNoOther() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry good = watchEntry(scope, "Heat");
  Entry bad = watchEntry(scope, "Ran");
  bad.sets.push_back({.field = "rating", .value = std::int64_t{1000}});
  const Entry last = watchEntry(scope, "Rashomon");
  const auto result = w.push(ann, {ann.create(scope, "watch_entries", good.id, good.sets),
                                   ann.create(scope, "watch_entries", bad.id, bad.sets),
                                   ann.create(scope, "watch_entries", last.id, last.sets)});
  QCOMPARE(result.results[0].outcome, Outcome::applied);
  QCOMPARE(result.results[1].outcome, Outcome::held);
  QCOMPARE(result.results[1].reason->code, Code::invalidField);
  QCOMPARE(result.results[1].reason->field, std::string("rating"));
  QCOMPARE(result.results[1].version, std::int64_t{0});
  QCOMPARE(result.results[2].outcome, Outcome::applied);
  QCOMPARE(result.lastSeq, std::uint64_t{3});
  QCOMPARE(w.rows(scope, "watch_entries").size(), std::size_t{2});
}

void TestSyncScopes::law9_dependentsOfAHeldMutationWait() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId();
  const Uuid other = newId();
  const auto item = [&](const Uuid& of) {
    const Uuid title = newId();
    return ann.create(scope, "list_items", crypto::derivedId(scope, "list_items", {of.str(), title.str()}),
                      {{.field = "list", .value = of},
                       {.field = "title_id", .value = title},
                       {.field = "title", .value = std::string("Heat")},
                       {.field = "kind", .value = std::string("movie")}});
  };
  const auto result = w.push(
      ann,
      {ann.create(scope, "lists", list, {{.field = "name", .value = std::string(300, 'x')}}),
       ann.edit(scope, "lists", list, {{.field = "description", .value = std::string("d")}}), item(list),
       ann.create(scope, "lists", other, {{.field = "name", .value = std::string("Fine")}}), item(other)});
  QCOMPARE(result.results[0].reason->code, Code::invalidField);
  QCOMPARE(result.results[1].reason->code, Code::dependsOnHeld);
  QCOMPARE(result.results[2].reason->code, Code::dependsOnHeld);
  QCOMPARE(result.results[2].reason->field, std::string("list"));
  QCOMPARE(result.results[3].outcome, Outcome::applied);
  QCOMPARE(result.results[4].outcome, Outcome::applied);
}

void TestSyncScopes::law9_aMissingParentIsNamed() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Uuid list = newId();
  const Uuid title = newId();
  const auto held = w.one(
      ann, ann.create(scope, "list_items", crypto::derivedId(scope, "list_items", {list.str(), title.str()}),
                      {{.field = "list", .value = list},
                       {.field = "title_id", .value = title},
                       {.field = "title", .value = std::string("Heat")},
                       {.field = "kind", .value = std::string("movie")}}));
  QCOMPARE(held.outcome, Outcome::held);
  QCOMPARE(held.reason->code, Code::missingParent);
  QCOMPARE(held.reason->field, std::string("list"));
  const auto unknown =
      w.one(ann, ann.edit(scope, "lists", list, {{.field = "name", .value = std::string("x")}}));
  QCOMPARE(unknown.reason->code, Code::notFound);
  const auto deleted = w.one(ann, ann.del(scope, "lists", list));
  QCOMPARE(deleted.outcome, Outcome::superseded);
}

void TestSyncScopes::law9_factsAreNeverChanged() {
  World w;
  Actor ann("ann");
  const Uuid project = makeProject(w, ann);
  w.service.runJobs();
  const Uuid gate = crypto::gateScopeOf(project);
  const Uuid id = newId();
  const auto fields = eventFields(ann, project, 1);
  QCOMPARE(w.one(ann, ann.create(gate, "attendance_events", id, fields)).outcome, Outcome::applied);
  QCOMPARE(w.one(ann, ann.create(gate, "attendance_events", id, fields)).outcome, Outcome::superseded);
  auto changed = fields;
  changed[0].value = std::string("undo");
  const auto held = w.one(ann, ann.create(gate, "attendance_events", id, changed));
  QCOMPARE(held.outcome, Outcome::held);
  QCOMPARE(held.reason->code, Code::conflict);
  QCOMPARE(w.row(gate, "attendance_events", id).text("kind"), std::string_view("pass"));
}

void TestSyncScopes::law9_aMutationOfWrongShapeIsHeldAlone() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry entry = watchEntry(scope, "Heat");
  protocol::Push push{.scope = scope, .ack = 0, .mutations = {}};
  push.mutations.emplace_back(
      protocol::BadMutation{1, {Code::unknownField, "colour", "There is no such field."}, "{\"seq\":1}"});
  ann.seq[scope] = 1;
  push.mutations.emplace_back(ann.create(scope, "watch_entries", entry.id, entry.sets));
  const auto result = w.service.push(ann.who, push);
  QVERIFY(result.ok());
  QCOMPARE(result->results[0].outcome, Outcome::held);
  QCOMPARE(result->results[0].reason->field, std::string("colour"));
  QCOMPARE(result->results[1].outcome, Outcome::applied);
}

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

void TestSyncScopes::aHeldHeadHoldsItsScope() {
  World w;
  Actor ann("ann");
  const Uuid id = newId();
  const auto result =
      w.push(ann, {ann.create(id, "families", id, {{.field = "created_by", .value = ann.who.account}}),
                   ann.create(id, "lists", newId(), {{.field = "name", .value = std::string("List")}})});
  QCOMPARE(result.results[0].reason->field, std::string("name"));
  QCOMPARE(result.results[1].reason->code, Code::dependsOnHeld);
  QVERIFY(!w.store.scope(id).has_value());
  // With new numbers it works: the server remembers how far this device has counted.
  const auto again =
      w.push(ann, {ann.create(id, "families", id,
                              {{.field = "name", .value = std::string("Home")},
                               {.field = "created_by", .value = ann.who.account}}),
                   ann.create(id, "lists", newId(), {{.field = "name", .value = std::string("List")}})});
  QCOMPARE(again.results[0].outcome, Outcome::applied);
  QCOMPARE(again.results[1].outcome, Outcome::applied);
  QCOMPARE(again.lastSeq, std::uint64_t{4});
}

void TestSyncScopes::outsidersNeitherReadNorWrite() {
  World w;
  Actor ann("ann"), eve("eve");
  const Uuid scope = w.family(ann);
  const auto page =
      w.service.pull(eve.who, {.scope = scope, .epoch = 0, .from = {}, .limit = 0, .follow = false});
  QVERIFY(!page.ok());
  QCOMPARE(page.error().code, Code::forbidden);
  const auto push = eve.create(scope, "lists", newId(), {{.field = "name", .value = std::string("mine")}});
  QCOMPARE(w.pushFails(eve, {push}).code, Code::forbidden);
  // Nor by claiming to create the scope again.
  const auto head = eve.create(
      scope, "families", scope,
      {{.field = "name", .value = std::string("mine")}, {.field = "created_by", .value = eve.who.account}});
  QCOMPARE(w.pushFails(eve, {head}).code, Code::forbidden);
  const auto nowhere =
      eve.create(newId(), "lists", newId(), {{.field = "name", .value = std::string("mine")}});
  QCOMPARE(w.pushFails(eve, {nowhere}).code, Code::forbidden);
}

void TestSyncScopes::aRemovedMemberLosesAccessAtOnce() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  QVERIFY(
      w.service.pull(bob.who, {.scope = scope, .epoch = 0, .from = {}, .limit = 0, .follow = false}).ok());
  w.service.write(scope, {}, [&](server::ScopeWriter& writer) { writer.removeMember(bob.who.account); });
  QVERIFY(
      !w.service.pull(bob.who, {.scope = scope, .epoch = 0, .from = {}, .limit = 0, .follow = false}).ok());
  QCOMPARE(w.rows(scope, "members").size(), std::size_t{1});
  const protocol::Hello hello{.device = bob.who.device, .app = "test", .wallMs = 0, .scopes = {}};
  QVERIFY(w.service.hello(bob.who, hello)->scopes.empty());
}

void TestSyncScopes::rolesDecideWhoWrites() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const auto renamed =
      w.one(bob, bob.edit(scope, "families", scope, {{.field = "name", .value = std::string("Ours")}}));
  QCOMPARE(renamed.reason->code, Code::forbidden);
  QCOMPARE(renamed.reason->field, std::string("name"));
  QCOMPARE(w.one(bob, bob.del(scope, "families", scope)).reason->code, Code::forbidden);
  const auto described =
      w.one(bob, bob.edit(scope, "families", scope, {{.field = "description", .value = std::string("us")}}));
  QCOMPARE(described.outcome, Outcome::applied);
  const auto member = w.rows(scope, "members").at(0);
  const auto promoted =
      w.one(bob, bob.edit(scope, "members", member.id, {{.field = "role", .value = std::string("owner")}}));
  QCOMPARE(promoted.reason->code, Code::readOnly);
}

void TestSyncScopes::nobodySignsAsSomebodyElse() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid scope = w.family(ann);
  w.join(scope, bob, "member");
  const auto recommend = [&](const Uuid& by) {
    return bob.create(scope, "recommendations", newId(),
                      {{.field = "title_id", .value = newId()},
                       {.field = "title", .value = std::string("Heat")},
                       {.field = "kind", .value = std::string("movie")},
                       {.field = "recommended_by", .value = by},
                       {.field = "status", .value = std::string("pending")}});
  };
  const auto forged = w.one(bob, recommend(ann.who.account));
  QCOMPARE(forged.outcome, Outcome::held);
  QCOMPARE(forged.reason->field, std::string("recommended_by"));
  QCOMPARE(w.one(bob, recommend(bob.who.account)).outcome, Outcome::applied);
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

void TestSyncScopes::kiosksWriteTheirGateOnly() {
  World w;
  Actor ann("ann"), kiosk("kiosk");
  kiosk.who.account = kiosk.who.device;
  kiosk.who.kiosk = true;
  const Uuid project = makeProject(w, ann);
  w.service.runJobs();
  const Uuid gate = crypto::gateScopeOf(project);
  w.join(gate, kiosk, "kiosk");
  w.join(project, kiosk, "coordinator");  // a mistake of ours must not open the project to a kiosk
  QCOMPARE(
      w.one(kiosk, kiosk.create(gate, "attendance_events", newId(), eventFields(kiosk, project, 1))).outcome,
      Outcome::applied);
  auto forged = eventFields(kiosk, project, 2);
  forged[2].value = ann.who.device;
  QCOMPARE(w.one(kiosk, kiosk.create(gate, "attendance_events", newId(), forged)).reason->field,
           std::string("device_id"));
  QCOMPARE(w.pushFails(kiosk, {kiosk.edit(project, "projects", project,
                                          {{.field = "name", .value = std::string("x")}})})
               .code,
           Code::forbidden);
  QVERIFY(!w.service.pull(kiosk.who, {.scope = project, .epoch = 0, .from = {}, .limit = 0, .follow = false})
               .ok());
  const protocol::Hello hello{.device = kiosk.who.device, .app = "kiosk", .wallMs = 0, .scopes = {}};
  const auto welcome = w.service.hello(kiosk.who, hello);
  QCOMPARE(welcome->scopes.size(), std::size_t{1});
  QCOMPARE(welcome->scopes[0].scope, gate);
  const Uuid family = newId();
  const auto made = w.push(kiosk, {kiosk.create(family, "families", family,
                                                {{.field = "name", .value = std::string("x")},
                                                 {.field = "created_by", .value = kiosk.who.account}})});
  QCOMPARE(made.results[0].reason->code, Code::forbidden);
}

QTEST_APPLESS_MAIN(TestSyncScopes)
#include "test_sync_scopes.moc"
