// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <numeric>

#include "protocol/limits.hpp"
#include "schema/collections.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

/// A family with some entries, one of them in the trash.
struct Household {
  explicit Household(int entries) : scope(w.family(ann)) {
    std::vector<model::Mutation> all;
    for (int i = 0; i < entries; ++i) {
      const Entry entry = watchEntry(scope, "Film " + std::to_string(i));
      ids.push_back(entry.id);
      all.push_back(ann.create(scope, "watch_entries", entry.id, entry.sets));
    }
    w.push(ann, std::move(all));
    ann.base = w.store.scope(scope)->head;
    w.one(ann, ann.del(scope, "watch_entries", ids.front()));
  }
  protocol::Sums sums(std::vector<std::string> prefixes, int level = schema::kSchemaLevel) {
    return w.service.sums(ann.who, {scope, level, std::move(prefixes)}).value();
  }
  World w;
  Actor ann{"ann"};
  Uuid scope;
  std::vector<Uuid> ids;
};

model::BranchSum totalOf(const protocol::Branch& branch) {
  model::BranchSum total;
  for (const model::BranchSum& child : branch.children) {
    total.rows += child.rows;
    total.sum += child.sum;
  }
  return total;
}

}  // namespace

/// The server's side of searching a difference. Runs on the memory store and on PostgreSQL.
class TestSyncVerify : public QObject {
  Q_OBJECT
 private slots:
  void law10_theTreeAddsUpToTheDigest() {
    Household h(60);
    const protocol::Sums root = h.sums({""});
    const auto row = h.w.store.scope(h.scope);
    QCOMPARE(root.head, row->head);
    QCOMPARE(root.epoch, row->epoch);
    QVERIFY(totalOf(root.branches.at(0)).sum == row->digest);
    std::vector<std::string> prefixes;
    for (int i = 0; i < 256; ++i) prefixes.emplace_back(1, static_cast<char>(i));
    const protocol::Sums below = h.sums(prefixes);
    QCOMPARE(below.branches.size(), std::size_t{256});
    for (std::size_t i = 0; i < 256; ++i) QVERIFY(totalOf(below.branches[i]) == root.branches[0].children[i]);
  }

  void law10_marksNameEveryRowAndEveryTombstone() {
    Household h(30);
    h.w.service.write(h.scope, {}, [&](server::ScopeWriter& writer) {
      const server::RecordKey key{&schema::collection("watch_entries"), h.ids.back()};
      merge::ServerRecord record = *writer.tx().find(key);
      writer.touch();
      record.row.version = writer.version();
      record.row.state = model::State::tombstone;
      record.row.fields.assign(record.row.fields.size(), {});
      writer.tx().put(std::move(record));
    });
    const auto marks = h.w.service.marks(h.ann.who, {h.scope, schema::kSchemaLevel, {""}}).value();
    model::Digest sum;
    int tombstones = 0;
    for (const protocol::Mark& mark : marks.marks) {
      if (mark.hash) sum += *mark.hash;
      if (mark.hash) continue;
      ++tombstones;
      QCOMPARE(mark.id, h.ids.back());
    }
    QCOMPARE(tombstones, 1);
    QVERIFY(sum == h.w.store.scope(h.scope)->digest);
    const model::Place place = model::placeOf(h.ids[3]);
    const std::string leaf(asText(place));
    const auto few = h.w.service.marks(h.ann.who, {h.scope, schema::kSchemaLevel, {leaf}}).value();
    QCOMPARE(few.marks.size(), std::size_t{1});
    QCOMPARE(few.marks[0].id, h.ids[3]);
  }

  void law10_rowsComeByName() {
    Household h(5);
    const auto& entries = schema::collection("watch_entries");
    protocol::RowsRequest request{h.scope, schema::kSchemaLevel, {{&entries, h.ids[2]}, {&entries, newId()}}};
    const auto page = h.w.service.rows(h.ann.who, request);
    QVERIFY(page && page->header.part && !page->header.more && !page->header.digest);
    const protocol::Page message = page->message();
    QCOMPARE(message.rows.size(), std::size_t{1});
    QCOMPARE(protocol::exportLine(message.rows[0]),
             protocol::exportLine(h.w.row(h.scope, "watch_entries", h.ids[2])));
    const protocol::Frame frame = page->encode();
    const auto read = protocol::decodeServer(frame.bytes, frame.binary);
    QVERIFY(read && std::get<protocol::Page>(*read).header.part);
  }

  void law10_nobodyOutsideIsTold() {
    Household h(3);
    Actor eve("eve");
    const auto& entries = schema::collection("watch_entries");
    for (const Uuid& scope : {h.scope, newId()}) {
      QCOMPARE(h.w.service.sums(eve.who, {scope, 1, {""}}).error().code, Code::forbidden);
      QCOMPARE(h.w.service.marks(eve.who, {scope, 1, {""}}).error().code, Code::forbidden);
      QCOMPARE(h.w.service.rows(eve.who, {scope, 1, {{&entries, h.ids[1]}}}).error().code, Code::forbidden);
    }
    // A record of another scope is not found in one's own.
    const Uuid own = h.w.family(eve);
    const auto page = h.w.service.rows(eve.who, {own, 1, {{&entries, h.ids[1]}}});
    QVERIFY(page && page->message().rows.empty());
    // Neither does a kiosk read a family, even with a membership.
    server::Principal kiosk{newId(), newId(), true};
    h.w.service.write(h.scope, {}, [&](server::ScopeWriter& w) { w.setMember(kiosk.account, "member"); });
    QCOMPARE(h.w.service.sums(kiosk, {h.scope, 1, {""}}).error().code, Code::forbidden);
  }

  void law10_searchesAreCounted() {
    Household h(3);
    h.sums({""});
    h.sums({std::string(1, 'a')});
    QCOMPARE(h.w.service.counts().searches.load(), std::int64_t{1});
  }
};

QTEST_GUILESS_MAIN(TestSyncVerify)
#include "test_sync_verify.moc"
