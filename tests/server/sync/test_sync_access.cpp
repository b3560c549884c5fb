// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "shoot.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Who may read and write what. Runs on the memory store and on PostgreSQL.
class TestSyncAccess : public QObject {
  Q_OBJECT
 private slots:
  void outsidersNeitherReadNorWrite();
  void aRemovedMemberLosesAccessAtOnce();
  void rolesDecideWhoWrites();
  void nobodySignsAsSomebodyElse();
  void kiosksWriteTheirGateOnly();
};

void TestSyncAccess::outsidersNeitherReadNorWrite() {
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
  QCOMPARE(w.pushFails(eve, {nowhere}).code, Code::notFound);
}

void TestSyncAccess::aRemovedMemberLosesAccessAtOnce() {
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

void TestSyncAccess::rolesDecideWhoWrites() {
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

void TestSyncAccess::nobodySignsAsSomebodyElse() {
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

void TestSyncAccess::kiosksWriteTheirGateOnly() {
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

QTEST_APPLESS_MAIN(TestSyncAccess)
#include "test_sync_access.moc"
