// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/sync/erasure.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using model::Outcome;

/// Law 9 at the quota: what doesn't fit is held, everything else goes on. On the memory store and on
/// PostgreSQL.
class TestSyncQuota : public QObject {
  Q_OBJECT
 private slots:
  void law9_beyondTheQuotaNewRecordsAreHeld();
  void law9_whatIsThereIsStillEditedAndDeleted();
  void law9_purgingMakesRoom();
  void law9_aPhotoWithFilesAndAThousandChildrenIsOneItem();
  void law9_aThousandHeldOnesStopNothing();
  void theOfferSaysAboutHowManyRowsComeDown();
};

namespace {

Set text(const std::string& field, const std::string& value) { return {.field = field, .value = value}; }

/// A person whose scope holds so many records.
struct Full {
  explicit Full(std::int64_t limit) : limits{.maxScopeRecords = limit} { scope = world.person(ann); }
  protocol::PushResult push(std::vector<model::Mutation> mutations) {
    protocol::Push push;
    push.scope = scope;
    for (model::Mutation& m : mutations) push.mutations.emplace_back(std::move(m));
    auto result = service.push(ann.who, std::move(push));
    if (!result) throw std::runtime_error(result.error().message);
    ann.base = result->head;
    return *result;
  }
  model::Mutation list(const Uuid& id) { return ann.create(scope, "lists", id, {text("name", "x")}); }

  World world;
  Actor ann{"ann"};
  Uuid scope;
  server::SyncLimits limits;
  server::SyncService service{world.store, world.clock, world.rules, limits};
};

}  // namespace

void TestSyncQuota::law9_beyondTheQuotaNewRecordsAreHeld() {
  Full full(3);
  const Uuid first = newId();
  const auto result =
      full.push({full.list(first), full.list(newId()), full.list(newId()), full.list(newId())});
  for (std::size_t i = 0; i < 3; ++i) QCOMPARE(result.results[i].outcome, Outcome::applied);
  QCOMPARE(result.results[3].outcome, Outcome::held);
  QCOMPARE(result.results[3].reason->code, Code::quotaExceeded);
  QVERIFY(result.results[3].reason->message.find("at most 3 records") != std::string::npos);
  QCOMPARE(full.push({full.list(newId())}).results[0].reason->code, Code::quotaExceeded);
  QCOMPARE(full.push({full.list(first)}).results[0].reason.has_value(), false);  // it is there already
}

void TestSyncQuota::law9_whatIsThereIsStillEditedAndDeleted() {
  Full full(1);
  const Uuid list = newId();
  full.push({full.list(list)});
  QCOMPARE(full.push({full.ann.edit(full.scope, "lists", list, {text("name", "y")})}).results[0].outcome,
           Outcome::applied);
  QCOMPARE(full.push({full.ann.del(full.scope, "lists", list)}).results[0].outcome, Outcome::applied);
  // The trash has content too.
  QCOMPARE(full.push({full.list(newId())}).results[0].reason->code, Code::quotaExceeded);
}

void TestSyncQuota::law9_purgingMakesRoom() {
  Full full(2);
  const Uuid list = newId();
  full.push({full.list(list), full.list(newId())});
  const auto waiting = full.list(newId());
  QCOMPARE(full.push({waiting}).results[0].outcome, Outcome::held);
  server::eraseRecord(full.service, full.scope, {&schema::collection("lists"), list});
  model::Mutation again = waiting;  // retried with a new number
  again.seq = ++full.ann.seq[full.scope];
  QCOMPARE(full.push({again}).results[0].outcome, Outcome::applied);
}

void TestSyncQuota::law9_aPhotoWithFilesAndAThousandChildrenIsOneItem() {
  Full full(1);
  full.push({full.list(newId())});
  const std::string hash(64, 'a');
  const Uuid photo = crypto::derivedId(full.scope, "photos", {hash});
  std::vector<model::Mutation> all;
  all.push_back(full.ann.create(full.scope, "photos", photo, {text("hothash", hash)}));
  for (int i = 0; i < 900; ++i) {
    std::string own = std::to_string(i);
    own = std::string(64 - own.size(), 'b') + own;
    all.push_back(full.ann.create(full.scope, "image_files",
                                  crypto::derivedId(full.scope, "image_files", {own}),
                                  {{.field = "photo", .value = photo},
                                   text("sha256", own),
                                   text("filename", "a.jpg"),
                                   {.field = "file_size", .value = std::int64_t{4}},
                                   text("kind", "jpeg")}));
  }
  for (int i = 0; i < 99; ++i) {
    all.push_back(full.ann.edit(full.scope, "photos", photo, {text("title", std::to_string(i))}));
  }
  const auto result = full.push(all);
  QCOMPARE(result.results[0].reason->code, Code::quotaExceeded);
  for (std::size_t i = 1; i < all.size(); ++i) {
    QCOMPARE(result.results[i].reason->code, Code::dependsOnHeld);  // the device shows them as one item
  }
}

void TestSyncQuota::law9_aThousandHeldOnesStopNothing() {
  Full full(1);
  full.push({full.list(newId())});
  std::vector<model::Mutation> many;
  for (int i = 0; i < 1000; ++i) many.push_back(full.list(newId()));
  for (const auto& result : full.push(many).results) QCOMPARE(result.outcome, Outcome::held);
  const std::int64_t head = full.world.store.scope(full.scope)->head;
  QCOMPARE(head, full.world.store.scope(full.scope)->head);
  const auto lists = full.world.rows(full.scope, "lists");
  QCOMPARE(lists.size(), std::size_t{1});
  const auto edited =
      full.push({full.ann.edit(full.scope, "lists", lists[0].id, {text("name", "still works")})});
  QCOMPARE(edited.results[0].outcome, Outcome::applied);
  QCOMPARE(edited.head, head + 1);
}

void TestSyncQuota::theOfferSaysAboutHowManyRowsComeDown() {
  Full full(1000);
  const auto rows = [&] {
    protocol::Hello hello;
    hello.device = full.ann.who.device;
    const auto welcome = full.service.hello(full.ann.who, hello);
    for (const protocol::ScopeOffer& offer : welcome->scopes)
      if (offer.scope == full.scope) return offer.rows.value_or(-1);
    return std::int64_t{-2};
  };
  full.push({full.list(newId())});
  const std::int64_t before = rows();
  QVERIFY(before >= 1);
  std::vector<model::Mutation> many;
  for (int i = 0; i < 100; ++i) many.push_back(full.list(newId()));
  full.push(many);
  QCOMPARE(rows(), before + 100);
}

QTEST_GUILESS_MAIN(TestSyncQuota)
#include "test_sync_quota.moc"
