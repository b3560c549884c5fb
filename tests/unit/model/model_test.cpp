// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "model/check.hpp"
#include "model/digest.hpp"
#include "model/identity.hpp"
#include "random_record.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::model;

namespace {

const schema::Collection& photos() { return schema::collection("photos"); }

FieldPatch patchOf(const schema::Collection& c, std::string_view field, Value value) {
  FieldPatch p;
  p.field = c.find(field);
  p.value = std::move(value);
  return p;
}

Mutation newPhoto(const Uuid& scope) {
  Mutation m;
  m.scope = scope;
  m.collection = &photos();
  m.op = Op::create;
  m.patches.push_back(patchOf(photos(), "hothash", std::string(64, 'a')));
  m.id = *naturalId(photos(), scope, m.patches);
  return m;
}

Code codeOf(const std::optional<Error>& e) { return e ? e->code : Code::internal; }

}  // namespace

class ModelTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_seed = test::seedOfRun(), qInfo("FOYER_SEED=%llu", static_cast<unsigned long long>(m_seed));
  }

  void randomRecordsBreakNoDeclaration() {
    test::RandomRecords random(m_seed);
    for (int round = 0; round < 40; ++round) {
      for (const schema::Collection& c : schema::collections()) {
        const Record row = random.record(c, random.uuid());
        for (std::size_t i = 0; i < c.fields.size(); ++i) {
          const auto bad = check(c.fields[i], row.fields[i]);
          if (bad) QFAIL((bad->field + ": " + bad->message).c_str());
        }
      }
    }
  }

  void randomMutationsBreakNoDeclaration() {
    test::RandomRecords random(m_seed);
    for (int round = 0; round < 40; ++round) {
      for (const schema::Collection* c : test::writableCollections()) {
        const Mutation create = random.create(*c, random.uuid());
        if (const auto bad = check(create))
          QFAIL((std::string(c->name) + "." + bad->field + ": " + bad->message).c_str());
        if (c->facts) continue;
        const Record row = test::applied(create, 7);
        QCOMPARE(check(random.remove(row)).has_value(), false);
        QCOMPARE(check(random.restore(row)).has_value(), false);
        if (test::editableFields(*c).empty()) continue;
        const Mutation edit = random.edit(row);
        if (const auto bad = check(edit))
          QFAIL((std::string(c->name) + "." + bad->field + ": " + bad->message).c_str());
      }
    }
  }

  void createNeedsRequiredFieldsAndTheDerivedId() {
    const Uuid scope = Uuid::v7(1'000'000);
    Mutation m = newPhoto(scope);
    QVERIFY(!check(m));
    m.id = Uuid::v7(1'000'001);
    QCOMPARE(check(m)->field, "id");
    m = newPhoto(scope);
    m.patches.clear();
    QCOMPARE(check(m)->field, "hothash");
    // The head of a scope has the scope's id.
    Mutation family;
    family.scope = scope;
    family.collection = &schema::collection("families");
    family.op = Op::create;
    family.id = scope;
    family.patches = {patchOf(*family.collection, "name", std::string("Us")),
                      patchOf(*family.collection, "created_by", Uuid::v7(5))};
    QVERIFY(!check(family));
    family.id = Uuid::v7(6);
    QCOMPARE(check(family)->field, "id");
  }

  void whatDevicesMayNotWriteIsRefused() {
    test::RandomRecords random(m_seed);
    const schema::Collection& files = schema::collection("image_files");
    Mutation m;
    m.scope = random.uuid();
    m.collection = &files;
    m.id = random.uuid();
    m.patches = {patchOf(files, "blob_state", std::string("verified"))};
    QCOMPARE(codeOf(check(m)), Code::readOnly);
    m.patches = {patchOf(files, "sha256", std::string(64, 'b'))};
    QCOMPARE(codeOf(check(m)), Code::readOnly);  // a key field never changes
    m.patches = {patchOf(photos(), "title", std::string("x"))};
    QCOMPARE(codeOf(check(m)), Code::unknownField);
    m.patches = {};
    QCOMPARE(codeOf(check(m)), Code::badRequest);
    const schema::Collection& members = schema::collection("members");
    m.collection = &members;
    m.op = Op::create;
    QCOMPARE(codeOf(check(m)), Code::readOnly);
    const schema::Collection& events = schema::collection("attendance_events");
    m = random.create(events, random.uuid());
    QVERIFY(!check(m));
    m.op = Op::edit;
    QCOMPARE(codeOf(check(m)), Code::readOnly);
    m.op = Op::del;
    QCOMPARE(codeOf(check(m)), Code::readOnly);
  }

  void valuesOfAnotherTypeAreRefused() {
    const schema::Field& rating = *photos().find("rating");
    QVERIFY(!check(rating, Value{std::int64_t{5}}));
    QVERIFY(check(rating, Value{std::int64_t{6}}));
    QVERIFY(check(rating, Value{std::string("5")}));
    QVERIFY(check(*photos().find("title"), Value{std::int64_t{5}}));
    QVERIFY(check(*photos().find("author"), Value{Uuid{}}));
    QVERIFY(check(*photos().find("tags"), Value{TextSet{"b", "a"}}));
    QVERIFY(check(*photos().find("tags"), Value{TextSet{"a", "a"}}));
    QVERIFY(check(*photos().find("hothash"), Value{}));
    QVERIFY(!check(*photos().find("title"), Value{}));
  }

  void setPatchesHaveOneForm() {
    Mutation m = newPhoto(Uuid::v7(9));
    FieldPatch tags;
    tags.field = photos().find("tags");
    tags.added = {"a"};
    tags.removed = {"a"};
    m.patches.push_back(tags);
    QCOMPARE(codeOf(check(m)), Code::badRequest);
    m.patches.back().removed.clear();
    QVERIFY(!check(m));
    m.patches.back().value = TextSet{"a"};
    QCOMPARE(codeOf(check(m)), Code::badRequest);
    m.patches.back() = patchOf(photos(), "title", std::string("x"));
    m.patches.back().added = {"a"};
    QCOMPARE(codeOf(check(m)), Code::badRequest);
    m.patches.back().added.clear();
    m.patches.push_back(m.patches.back());
    QCOMPARE(codeOf(check(m)), Code::badRequest);  // twice the same field
  }

  void digestIsASumThatForgetsOrder() {
    test::RandomRecords random(m_seed);
    Digest there, back;
    std::vector<Digest> hashes;
    for (int i = 0; i < 200; ++i) hashes.push_back(rowHash(random.record(photos(), random.uuid())));
    for (const Digest& h : hashes) there += h;
    std::reverse(hashes.begin(), hashes.end());
    for (const Digest& h : hashes) back += h;
    QVERIFY(there == back);
    for (const Digest& h : hashes) back -= h;
    QVERIFY(back == Digest{});
    QVERIFY(*Digest::parse(there.hex()) == there);
    QVERIFY(Digest::fromBytes(there.bytes()) == there);
    QVERIFY(!Digest::parse("12"));
    Digest carry{~0ULL, 1};
    carry += Digest{1, 0};
    QVERIFY((carry == Digest{0, 2}));
    carry -= Digest{1, 0};
    QVERIFY((carry == Digest{~0ULL, 1}));
  }

  void everyPartOfARowCounts() {
    test::RandomRecords random(m_seed);
    for (const schema::Collection& c : schema::collections()) {
      const Record row = random.record(c, random.uuid());
      const Digest before = rowHash(row);
      for (std::size_t i = 0; i < c.fields.size(); ++i) {
        Record changed = row;
        changed.fields[i] = isNull(row.fields[i]) ? random.value(c.fields[i]) : Value{};
        QVERIFY2(!(rowHash(changed) == before), std::string(c.fields[i].name).c_str());
      }
      Record changed = row;
      changed.version++;
      QVERIFY(!(rowHash(changed) == before));
      changed = row;
      changed.state = row.state == State::live ? State::trashed : State::live;
      QVERIFY(!(rowHash(changed) == before));
      changed.state = State::tombstone;
      QVERIFY(rowHash(changed) == Digest{});
      changed = row;
      changed.scope = random.uuid();
      QVERIFY(rowHash(changed) == before);  // the digest is the scope's own
    }
  }

  /// The canonical bytes are a promise to every device that ever synced: this vector must never change.
  void canonicalBytesStayAsTheyAre() {
    Record row(schema::collection("authors"), *Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8057"),
               *Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8058"));
    row.version = 258;
    row.createdMs = 1;
    row.updatedMs = 2;
    row.at("name") = std::string("Ana");
    std::string bytes;
    canonicalBytes(row, bytes);
    QCOMPARE(toHex(asBytes(bytes)), std::string("006e01890a5dac96774bbcceb302099a8058"
                                                "00000000000001020000000000000000010000000000000002"
                                                "000100000003416e61"));
    QCOMPARE(rowHash(row).hex().size(), std::size_t{32});
  }

  void hashingKeepsUpWithAFirstSync() {
    test::RandomRecords random(1);
    std::vector<Record> rows;
    for (int i = 0; i < 1000; ++i) rows.push_back(random.record(photos(), random.uuid()));
    Digest sum;
    QBENCHMARK {
      for (const Record& row : rows) sum += rowHash(row);
    }
    QVERIFY(!(sum == Digest{}));
  }

 private:
  std::uint64_t m_seed = 0;
};

QTEST_APPLESS_MAIN(ModelTest)
#include "model_test.moc"
