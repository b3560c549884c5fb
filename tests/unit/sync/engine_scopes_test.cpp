// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "rig.hpp"
#include "sync/tuning.hpp"

using namespace foyer;
using namespace foyer::test;
using sync::State;

namespace {

/// A family, as it is made offline.
store::Edit family(Rig& rig) {
  store::Edit head;
  head.collection = &schema::collection("families");
  head.scope = head.id = Uuid::v7(rig.wall.wallMs());
  head.op = model::Op::create;
  model::FieldPatch name;
  name.field = head.collection->find("name");
  name.value = std::string("Home");
  model::FieldPatch by;
  by.field = head.collection->find("created_by");
  by.value = rig.account;
  head.patches = {name, by};
  return head;
}

}  // namespace

/// Which scopes a device has: lost, made here, in trouble, of another account.
class EngineScopesTest : public QObject {
  Q_OBJECT

 private slots:
  void aLostScopeIsDroppedAnUnconfirmedOneIsPushed();
  void law11_aScopeForgottenBeforeTheFirstHelloIsMadeAgain();
  void law12_aScopeMadeAgainWithoutThisPersonIsDropped();
  void oneScopesTroubleStopsNoOther();
  void anotherAccountsServerIsRefused();
};

void EngineScopesTest::aLostScopeIsDroppedAnUnconfirmedOneIsPushed() {
  Rig rig;
  const Uuid mine = rig.newScope();
  const Uuid lostOne = rig.newScope();
  rig.put(lostOne, "Gone");
  rig.connect();
  for (int i = 0; i < 2; ++i) {
    const auto pull = rig.take<protocol::Pull>();
    rig.say(rig.page(pull.scope, 0, rig.head(pull.scope)));
  }
  QVERIFY(rig.engine->settled());

  const store::Edit head = family(rig);
  QVERIFY(rig.store->write(head).ok());
  rig.engine->localChange(head.scope);
  const auto push = rig.take<protocol::Push>();
  QCOMPARE(push.scope, head.scope);

  rig.scopes.erase(lostOne);
  rig.say(protocol::ScopesChanged{});
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  QVERIFY(!rig.store->scope(lostOne));
  QVERIFY(rig.store->scope(head.scope));

  protocol::PushResult result;
  result.scope = head.scope;
  result.epoch = 1;
  result.head = result.lastSeq = 1;
  result.results.push_back({1, model::Outcome::applied, 1, {}});
  rig.say(result);
  rig.take<protocol::Hello>();
  rig.scopes[head.scope] = {schema::Scope::family, 1, 1, {}, false};
  rig.say(rig.welcome());
  const auto pull = rig.take<protocol::Pull>();
  QCOMPARE(pull.scope, head.scope);
  QVERIFY(rig.store->scope(head.scope)->confirmed);
  QVERIFY(rig.engine->status().find(mine) != nullptr);
}

void EngineScopesTest::law11_aScopeForgottenBeforeTheFirstHelloIsMadeAgain() {
  Rig rig;
  rig.connect();
  const store::Edit head = family(rig);
  QVERIFY(rig.store->write(head).ok());
  rig.engine->localChange(head.scope);
  protocol::PushResult made;
  made.scope = rig.take<protocol::Push>().scope;
  rig.say(protocol::ScopesChanged{});
  rig.take<protocol::Hello>();
  made.epoch = made.head = made.lastSeq = 1;
  made.results.push_back({1, model::Outcome::applied, 1, {}});
  rig.say(made);
  rig.say(rig.welcome());  // answers a hello from before the scope was made: no reason to drop it
  rig.take<protocol::Hello>();
  QVERIFY(rig.store->scope(head.scope));
  rig.engine->disconnected({Code::unreachable, {}, "the server went back in time"});
  rig.engine->tryNow();
  rig.engine->connected();
  const auto hello = rig.take<protocol::Hello>();
  QCOMPARE(hello.scopes.size(), 1u);
  QCOMPARE(hello.scopes[0].epoch, std::int64_t{1});
  auto welcome = rig.welcome();
  welcome.forgotten.push_back(head.scope);
  rig.say(welcome);
  const auto again = rig.take<protocol::Push>();
  QCOMPARE(again.scope, head.scope);
  QCOMPARE(std::get<model::Mutation>(again.mutations.at(0)).op, model::Op::create);
}

void EngineScopesTest::law12_aScopeMadeAgainWithoutThisPersonIsDropped() {
  Rig rig;
  const Uuid shared = rig.newScope(schema::Scope::family);
  rig.put(shared, "Ada");
  rig.settle(shared);
  rig.engine->disconnected({Code::unreachable, {}, "the server went back in time"});
  rig.write(shared, "Ben");
  rig.sent.clear();
  rig.engine->tryNow();
  rig.engine->connected();
  rig.take<protocol::Hello>();
  rig.scopes.clear();
  auto welcome = rig.welcome();
  welcome.forgotten.push_back(shared);
  rig.say(welcome);
  rig.take<protocol::Push>();
  rig.say(protocol::Problem{shared, {Code::notFound, "scope", "This scope is not there yet."}});
  QVERIFY(rig.store->scope(shared));  // it may be made again with this person in it
  rig.take<protocol::Hello>();
  rig.say(rig.welcome());
  rig.sent.clear();
  rig.engine->tryNow();
  QVERIFY(
      std::ranges::any_of(rig.sent, [](const auto& m) { return std::holds_alternative<protocol::Push>(m); }));
  rig.say(protocol::Problem{shared, {Code::forbidden, "scope", "You are not a member of this scope."}});
  QVERIFY(!rig.store->scope(shared));
  const auto kept = rig.store->heldItems();
  QCOMPARE(kept.size(), 1u);  // what was typed and never received
  QCOMPARE(kept[0].reason.code, Code::forbidden);
}

void EngineScopesTest::oneScopesTroubleStopsNoOther() {
  Rig rig;
  const Uuid bad = rig.newScope();
  const Uuid good = rig.newScope(schema::Scope::family);
  rig.connect();
  rig.take<protocol::Pull>();
  rig.take<protocol::Pull>();
  rig.say(protocol::Problem{bad, {Code::internal, {}, "broken"}});
  rig.say(rig.page(good, 0, 0));
  QCOMPARE(rig.engine->status().find(bad)->state, State::wait);
  QCOMPARE(rig.engine->status().find(good)->state, State::ok);
  QVERIFY(rig.engine->status().connected);
  rig.write(good, "Ada");
  rig.say(rig.accept(rig.take<protocol::Push>()));
  rig.say(rig.page(good, 0, 1, true));
  rig.pass(sync::tuning::kBackoffFirst.count());
  const auto again = rig.take<protocol::Pull>();
  QCOMPARE(again.scope, bad);
  rig.say(rig.page(bad, 0, 0));
  QVERIFY(rig.engine->settled());
}

void EngineScopesTest::anotherAccountsServerIsRefused() {
  Rig rig;
  const Uuid scope = rig.newScope();
  rig.put(scope, "Ada");
  rig.settle(scope);
  rig.engine->disconnected({Code::unreachable, {}, "cut"});
  rig.pass(sync::tuning::kBackoffFirst.count());
  rig.engine->connected();
  rig.account = Uuid::v7(rig.wall.wallMs());
  rig.scopes.clear();
  rig.sent.clear();
  rig.say(rig.welcome());
  QVERIFY(!rig.engine->status().connected);
  QCOMPARE(rig.engine->status().why->code, Code::forbidden);
  QVERIFY(rig.store->scope(scope));  // nothing was dropped
}

QTEST_GUILESS_MAIN(EngineScopesTest)
#include "engine_scopes_test.moc"
