// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using store::Filter;
using store::QuerySpec;

namespace {

const schema::Collection& entries() { return schema::collection("watch_entries"); }

std::unique_ptr<store::Reader> readerOf(const TempStore& s) {
  auto reader = store::Reader::open(s.file());
  if (!reader) throw std::runtime_error(reader.error().message);
  return std::move(reader).value();
}

std::string titles(store::Reader& reader, const QuerySpec& spec) {
  std::string out;
  for (const model::Record& row : reader.query(spec)) out += std::string(row.text("title")) + " ";
  return out;
}

/// Five entries: a b c d e, rated 10 to 50, tagged by their neighbours.
std::vector<Uuid> fill(TempStore& s) {
  std::vector<Uuid> ids;
  for (int i = 0; i < 5; ++i) {
    ids.push_back(s.addEntry(std::string(1, static_cast<char>('a' + i))));
    if (i < 4) s.edit("watch_entries", ids.back(), {{"rating", std::int64_t{10 * (i + 1)}}});
    s.edit("watch_entries", ids.back(),
           {{"tags", model::TextSet{"t" + std::to_string(i), "t" + std::to_string(i + 1)}}});
  }
  return ids;
}

}  // namespace

/// What a Reader finds, beside its writer.
class StoreQueryTest : public QObject {
  Q_OBJECT

 private slots:
  void everyKindOfCondition() {
    TempStore s;
    const std::vector<Uuid> ids = fill(s);
    const auto reader = readerOf(s);
    const auto with = [&](Filter filter) {
      QuerySpec spec;
      spec.collection = &entries();
      spec.scope = s.person;
      spec.filters.push_back(std::move(filter));
      spec.order = {{"title", false}};
      if (reader->count(spec) != static_cast<std::int64_t>(reader->ids(spec).size()))
        return std::string("counts differ");
      return titles(*reader, spec);
    };
    using Op = Filter::Op;
    const auto number = [](std::int64_t n) { return std::vector<model::Value>{n}; };
    QCOMPARE(with({"rating", Op::equal, number(20)}), std::string("b "));
    QCOMPARE(with({"rating", Op::notEqual, number(20)}), std::string("a c d e "));
    QCOMPARE(with({"rating", Op::less, number(20)}), std::string("a "));
    QCOMPARE(with({"rating", Op::atMost, number(20)}), std::string("a b "));
    QCOMPARE(with({"rating", Op::more, number(30)}), std::string("d "));
    QCOMPARE(with({"rating", Op::atLeast, number(30)}), std::string("c d "));
    QCOMPARE(with({"rating", Op::missing, {}}), std::string("e "));
    QCOMPARE(with({"rating", Op::present, {}}), std::string("a b c d "));
    QCOMPARE(with({"rating", Op::oneOf, {std::int64_t{10}, std::int64_t{40}}}), std::string("a d "));
    QCOMPARE(with({"rating", Op::oneOf, {}}), std::string());
    QCOMPARE(with({"tags", Op::contains, {std::string("t3")}}), std::string("c d "));
    QCOMPARE(with({"id", Op::equal, {ids[2]}}), std::string("c "));
    QCOMPARE(with({"title", Op::equal, {std::string("' OR 1 --")}}), std::string());
  }

  void orderLimitAndTrash() {
    TempStore s;
    const std::vector<Uuid> ids = fill(s);
    const auto reader = readerOf(s);
    QuerySpec spec;
    spec.collection = &entries();
    spec.order = {{"rating", true}, {"title", false}};
    QCOMPARE(titles(*reader, spec), std::string("d c b a e "));
    spec.limit = 2;
    spec.offset = 1;
    QCOMPARE(titles(*reader, spec), std::string("c b "));
    s.remove("watch_entries", ids[0]);
    QuerySpec trash;
    trash.collection = &entries();
    trash.deleted = true;
    QCOMPARE(titles(*reader, trash), std::string("a "));
    trash.scope = Uuid::v7(77);
    QCOMPARE(reader->count(trash), std::int64_t{0});
    spec.order = {{"nonsense", false}};
    QVERIFY_EXCEPTION_THROWN(reader->query(spec), std::logic_error);
  }

  void aReaderSeesEveryCommit() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    const auto reader = readerOf(s);
    for (int i = 1; i <= 20; ++i) {
      s.edit("watch_entries", id, {{"progress", "S1E" + std::to_string(i)}});
      QCOMPARE(textOf(reader->get(entries(), s.person, id), "progress"), "S1E" + std::to_string(i));
    }
    QVERIFY(!reader->get(entries(), s.person, Uuid::v7(5)));
    QVERIFY(store::Reader::open(s.file().parent_path() / "none").error().code == Code::notFound);
  }

  void searchKnowsPrefixesAccentsAndLigatures() {
    TempStore s;
    const Uuid first = s.addEntry("Le Fabuleux Destin d'Amélie Poulain");
    s.addEntry("Œdipe roi");
    s.addEntry("Cœurs");
    const auto reader = readerOf(s);
    const auto found = [&](const char* typed) {
      QuerySpec spec;
      spec.collection = &entries();
      spec.search = typed;
      spec.order = {{"title", false}};
      return reader->query(spec).size();
    };
    QCOMPARE(found("amelie"), 0u);  // not filled yet
    QVERIFY(!s->indexSome());
    QCOMPARE(found("amelie"), 1u);
    QCOMPARE(found("fab dest"), 0u);  // only the last word may be unfinished
    QCOMPARE(found("fabuleux dest"), 1u);
    QCOMPARE(found("oedipe"), 1u);
    QCOMPARE(found("COEURS"), 1u);
    QCOMPARE(found("\" OR NEAR(*"), 0u);
    s.edit("watch_entries", first, {{"title", std::string("Amour")}});
    QVERIFY(!s->indexSome());
    QCOMPARE(found("amelie"), 0u);
    QCOMPARE(found("amour"), 1u);
    s.remove("watch_entries", first);
    QVERIFY(!s->indexSome());
    QCOMPARE(found("amour"), 0u);
  }

  void fieldsThatWaitAreKnownByName() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    const auto reader = readerOf(s);
    QVERIFY(reader->pendingFields(entries(), s.person, id).empty());  // new as a whole
    QVERIFY(reader->pendingOf(entries(), s.person, id) == store::Pending::queued);
    s.push(), s.pull();
    s.edit("watch_entries", id, {{"notes", std::string("n")}, {"progress", std::string("S1E1")}});
    auto fields = reader->pendingFields(entries(), s.person, id);
    QCOMPARE(fields.size(), 2u);
    s->nextPush(s.person, 10, 10'000);
    s->storeResults(s.person,
                    {{2, model::Outcome::held, 0, Error{Code::invalidField, "notes", "Not this."}}});
    fields = reader->pendingFields(entries(), s.person, id);
    QCOMPARE(fields.size(), 2u);
    QVERIFY(fields[0].field == "notes" && fields[0].state == store::Pending::held);
    QVERIFY(fields[1].field == "progress" && fields[1].state == store::Pending::queued);
    QCOMPARE(reader->baseOf(s.person, entries(), id), s->baseOf(s.person, entries(), id));
  }
};

QTEST_GUILESS_MAIN(StoreQueryTest)
#include "store_query_test.moc"
