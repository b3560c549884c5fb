// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/sync/erasure.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;
using model::State;

/// Erasure (laws 8 and 11), scope by scope. On the memory store and on PostgreSQL.
class TestSyncErasure : public QObject {
  Q_OBJECT
 private slots:
  void law8_anErasedScopeIsEmptyAndStaysSo();
  void law8_anErasedRecordIsNotMadeAgain();
  void law8_aPersonIsTakenOutOfWhatIsShared();
  void law8_anothersLostValueOutlivesHer();
  void law8_whatIsHiddenGoesWithIt();
  void law8_erasingTwiceIsErasingOnce();
};

namespace {

Set text(const std::string& field, const std::string& value) { return {.field = field, .value = value}; }

std::vector<Set> review(const Actor& author, const Uuid& title, const std::string& body) {
  return {{.field = "author_id", .value = author.who.account},
          {.field = "title_id", .value = title},
          text("title", "Heat"),
          text("kind", "movie"),
          {.field = "body", .value = body}};
}

Uuid reviewId(const Uuid& scope, const Actor& author, const Uuid& title) {
  return crypto::derivedId(scope, "reviews", {author.who.account.str(), title.str()});
}

}  // namespace

void TestSyncErasure::law8_anErasedScopeIsEmptyAndStaysSo() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid family = w.family(ann);
  w.join(family, bob, "member");
  const Uuid list = newId();
  w.one(ann, ann.create(family, "lists", list, {text("name", "Sunday")}));
  const std::int64_t head = w.store.scope(family)->head;
  w.service.erase(family);
  QVERIFY(w.changes.back().scope == family && w.changes.back().members);
  QVERIFY(w.changes.back().head > head);
  QVERIFY(w.store.scopesOf(ann.who.account, ann.who.device).empty());
  QVERIFY(w.store.members(family).empty());
  int left = 0;
  w.store.exportScope(family, [&](const model::Record&) { ++left; });
  QCOMPARE(left, 0);
  QVERIFY(w.store.history(family, {&schema::collection("lists"), list}, INT64_MAX, 10).empty());
  // Nobody makes it again: neither its old members nor somebody who gives a new scope its id.
  for (Actor* actor : {&ann, &bob}) {
    actor->seq[family] = 0;
    QCOMPARE(w.pushFails(*actor, {actor->create(family, "families", family,
                                                {text("name", "Home"),
                                                 {.field = "created_by", .value = actor->who.account}})})
                 .code,
             Code::forbidden);
  }
  w.service.createPerson(family);
  QVERIFY(w.store.members(family).empty());
}

void TestSyncErasure::law8_anErasedRecordIsNotMadeAgain() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const Entry entry = watchEntry(scope, "Heat");
  w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  const server::RecordKey key{&schema::collection("watch_entries"), entry.id};
  QVERIFY(server::eraseRecord(w.service, scope, key));
  QCOMPARE(w.row(scope, "watch_entries", entry.id).state, State::tombstone);
  QVERIFY(w.store.history(scope, key, INT64_MAX, 10).empty());
  ann.base = w.store.scope(scope)->head;
  const auto again = w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  QCOMPARE(again.outcome, Outcome::held);
  QCOMPARE(again.reason->code, Code::gone);
  QVERIFY(!server::eraseRecord(w.service, scope, key));
}

void TestSyncErasure::law8_aPersonIsTakenOutOfWhatIsShared() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid family = w.family(ann);
  w.join(family, bob, "member");
  const Uuid list = newId(), heat = newId();
  w.one(ann, ann.create(family, "lists", list, {text("name", "Ours")}));
  w.one(ann, ann.create(family, "reviews", reviewId(family, ann, heat), review(ann, heat, "mine alone")));
  w.one(bob, bob.create(family, "reviews", reviewId(family, bob, heat), review(bob, heat, "his")));
  QVERIFY(server::erasePerson(w.service, family, ann.who.account, "ann@example.org") >= 2);
  QVERIFY(!w.store.roleOf(family, ann.who.account));
  QCOMPARE(w.store.roleOf(family, bob.who.account).value_or(""), std::string("owner"));
  QCOMPARE(w.row(family, "reviews", reviewId(family, ann, heat)).state, State::tombstone);
  QCOMPARE(w.row(family, "reviews", reviewId(family, bob, heat)).state, State::live);
  QCOMPARE(w.row(family, "lists", list).text("name"), std::string_view("Ours"));
  for (const model::Record& member : w.rows(family, "members")) {
    QVERIFY(member.uuid("account_id") != ann.who.account);
  }
}

void TestSyncErasure::law8_anothersLostValueOutlivesHer() {
  for (const bool herOwnLoss : {false, true}) {
    World w;
    Actor ann("ann"), bob("bob");
    w.deviceNames = {{ann.who.device, "Ann's tablet"}, {bob.who.device, "Bob's phone"}};
    const Uuid family = w.family(ann);
    w.join(family, bob, "member");
    const Uuid list = newId();
    w.one(bob, bob.create(family, "lists", list, {text("name", "Ours")}));
    ann.base = bob.base = w.store.scope(family)->head;
    ann.clockMs = bob.clockMs + (herOwnLoss ? -1000 : 1000);
    w.one(ann, ann.edit(family, "lists", list, {text("name", "hers")}));
    w.one(bob, bob.edit(family, "lists", list, {text("name", "his")}));
    QCOMPARE(w.rows(family, "conflicts").size(), std::size_t{1});
    server::erasePerson(w.service, family, ann.who.account, {});
    const auto cards = w.rows(family, "conflicts");
    QCOMPARE(cards.size(), herOwnLoss ? std::size_t{0} : std::size_t{1});
    if (herOwnLoss) continue;
    QCOMPARE(cards[0].text("lost_value"), std::string_view("\"his\""));
    QCOMPARE(cards[0].text("lost_by_device_name"), std::string_view("Bob's phone"));
    QCOMPARE(cards[0].text("kept_value"), std::string_view("null"));
    for (const char* field : {"kept_by_account", "kept_by_device", "kept_by_device_name"}) {
      QVERIFY(model::isNull(cards[0].at(field)));
    }
    QVERIFY(model::isNull(cards[0].at("resolution")));
  }
}

void TestSyncErasure::law8_whatIsHiddenGoesWithIt() {
  World w;
  Actor ann("ann");
  const Uuid scope = w.person(ann);
  const std::string hash(64, 'a');
  const Uuid photo = crypto::derivedId(scope, "photos", {hash});
  w.one(ann, ann.create(scope, "photos", photo, {text("hothash", hash)}));
  std::vector<Uuid> files;
  for (int i = 0; i < 450; ++i) {  // more than two batches
    const std::string sha = hash.substr(4) + std::to_string(1000 + i);
    files.push_back(crypto::derivedId(scope, "image_files", {sha}));
    w.one(ann, ann.create(scope, "image_files", files.back(),
                          {{.field = "photo", .value = photo},
                           text("sha256", sha),
                           text("filename", "a.jpg"),
                           {.field = "file_size", .value = std::int64_t{4}},
                           text("kind", "jpeg")}));
  }
  QVERIFY(server::eraseRecord(w.service, scope, {&schema::collection("photos"), photo}));
  for (const Uuid& file : files) QCOMPARE(w.row(scope, "image_files", file).state, State::tombstone);
  QCOMPARE(w.row(scope, "photos", photo).state, State::tombstone);
  QCOMPARE(w.one(ann, ann.create(scope, "photos", photo, {text("hothash", hash)})).reason->code, Code::gone);
}

void TestSyncErasure::law8_erasingTwiceIsErasingOnce() {
  World w;
  Actor ann("ann"), bob("bob");
  const Uuid family = w.family(ann);
  w.join(family, bob, "member");
  server::erasePerson(w.service, family, ann.who.account, {});
  const std::int64_t head = w.store.scope(family)->head;
  QCOMPARE(server::erasePerson(w.service, family, ann.who.account, {}), std::size_t{0});
  QCOMPARE(w.store.scope(family)->head, head);
  w.service.erase(newId());  // one that never was
}

QTEST_GUILESS_MAIN(TestSyncErasure)
#include "test_sync_erasure.moc"
