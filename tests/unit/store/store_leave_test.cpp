// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "file_scan.hpp"
#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

const std::string kMarker = "Zanzibar-Marker-7431";

protocol::PageHeader pageOf(const Uuid& scope, std::int64_t head) {
  protocol::PageHeader header;
  header.scope = scope;
  header.epoch = 1;
  header.head = head;
  header.next.since = head;
  return header;
}

}  // namespace

/// Law 12: nothing of a scope that was left can be found in any file of the device.
class StoreLeaveTest : public QObject {
  Q_OBJECT

 private:
  Uuid m_family = Uuid::v7(77);
  std::vector<Uuid> m_lists;  ///< of the family, some of them in the trash

  model::Record row(std::string_view collection, std::int64_t version, const std::vector<Cell>& cells) {
    model::Record record(schema::collection(collection), m_family, Uuid::v7(version));
    record.version = version;
    for (const Cell& cell : cells) record.at(cell.field) = cell.value;
    return record;
  }

  /// A family full of the marker: rows, long texts, the trash, conflicts, search, texts below pending edits,
  /// pages that were written and moved.
  void fill(TempStore& s) {
    store::ScopeInfo info;
    info.scope = m_family;
    info.kind = schema::Scope::family;
    info.epoch = 1;
    info.confirmed = true;
    s->putScope(info);
    m_lists.clear();
    std::vector<model::Record> rows;
    std::int64_t version = 0;
    for (int i = 0; i < 400; ++i) {
      rows.push_back(row(
          "lists", ++version,
          {{"name", kMarker + std::to_string(i)}, {"description", std::string(900, 'x') + " " + kMarker}}));
      m_lists.push_back(rows.back().id);
      if (i % 7 == 0) rows.back().state = model::State::trashed;
    }
    for (int i = 0; i < 100; ++i) {
      rows.push_back(row("list_items", ++version,
                         {{"list", rows[0].id},
                          {"title_id", Uuid::v7(100'000 + i)},
                          {"title", kMarker + " in a list"},
                          {"kind", std::string("movie")}}));
      rows.push_back(row("watch_entries", ++version,
                         {{"title_id", Uuid::v7(200'000 + i)},
                          {"title", kMarker + std::to_string(i)},
                          {"notes", "a note of somebody, " + kMarker},
                          {"kind", std::string("movie")}}));
    }
    for (int i = 0; i < 20; ++i) {
      rows.push_back(row("conflicts", ++version,
                         {{"kind", std::string("value")},
                          {"subject_collection", std::string("lists")},
                          {"subject_id", rows[0].id},
                          {"lost_value", "\"" + kMarker + "\""}}));
    }
    s->applyPage(pageOf(m_family, version), rows);
    while (s->indexSome(50)) {
    }
    // Changed again, so that older copies lie in pages that are in use.
    for (model::Record& record : rows) {
      record.version += version;
      if (record.collection->name == "lists") record.at("name") = kMarker + " changed";
      if (record.collection->name == "list_items") record.at("title") = kMarker + " changed";
    }
    s->applyPage(pageOf(m_family, 2 * version), rows);
    while (s->indexSome(50)) {
    }
    const Uuid edited = rows[3].id;
    auto edit = makeEdit("lists", m_family, edited, {{"description", std::string("my own words")}});
    edit.op = model::Op::edit;
    edit.base = version;
    edit.patches[0].was = std::string(900, 'x') + " " + kMarker;
    QVERIFY(s->write(edit).ok());
    store::Edit removed;
    removed.collection = &schema::collection("lists");
    removed.scope = m_family;
    removed.id = rows[4].id;
    removed.op = model::Op::del;
    removed.base = 2 * version;
    QVERIFY(s->write(removed).ok());
  }

 private slots:
  void law12_aRawScanFindsNothingAfterThePurge() {
    TempStore s;
    s.addList("mine, and stays");
    fill(s);
    const std::string folder = s.file().parent_path().string();
    QVERIFY(!filesWith(folder, kMarker).isEmpty());
    QVERIFY(!filesWith(folder, "zanzibar").isEmpty());  // as the search index writes it
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
    QCOMPARE(filesWith(folder, "zanzibar"), QStringList());
    s.close();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
    s.open();
    const auto held = s->heldItems();
    QCOMPARE(held.size(), std::size_t{1});  // a deletion holds no words
    QCOMPARE(held[0].reason.code, Code::forbidden);
    QCOMPARE(std::get<std::string>(held[0].mutation.patches.at(0).value), std::string("my own words"));
    QVERIFY(held[0].mutation.patches.at(0).was.empty());
  }

  void law12_ofATextOnlyTheWordsTypedHereAreKept() {
    TempStore s;
    fill(s);
    const auto all = s->get(schema::collection("lists"), m_family, m_lists[9]);
    auto edit = makeEdit("lists", m_family, m_lists[9],
                         {{"description", std::string("mine ") + std::string(all->text("description"))}});
    edit.base = s->baseOf(m_family, *edit.collection, edit.id);
    edit.patches[0].was = all->text("description");
    QVERIFY(s->write(edit).ok());
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(filesWith(s.file().parent_path().string(), kMarker), QStringList());
    std::vector<std::string> kept;
    for (const auto& item : s->heldItems())
      kept.push_back(std::get<std::string>(item.mutation.patches.at(0).value));
    QCOMPARE(kept, (std::vector<std::string>{"my own words", "mine"}));
  }

  void law12_whatTheServerLostIsNotThisPersons() {
    TempStore s;
    fill(s);
    s->setRowsAside(
        m_family, {{&schema::collection("lists"), m_lists[12]}, {&schema::collection("lists"), m_lists[13]}});
    QCOMPARE(s->heldItems().size(), std::size_t{2});
    const auto again = s->get(schema::collection("lists"), m_family, m_lists[13]);
    auto edit = makeEdit("lists", m_family, m_lists[13],
                         {{"description", std::string(again->text("description")) + " corrected"}});
    edit.patches[0].was = again->text("description");
    QVERIFY(s->write(edit).ok());
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(filesWith(s.file().parent_path().string(), kMarker), QStringList());
    bool corrected = false;
    for (const auto& item : s->heldItems())
      corrected =
          corrected || std::get<std::string>(item.mutation.patches.at(0).value) == std::string("corrected");
    QVERIFY(corrected);
  }

  void law12_ofACopyToCreateAgainTheOwnWordsAreKept() {
    TempStore s;
    fill(s);
    const Uuid id = m_lists[15];
    const auto shown = s->get(schema::collection("lists"), m_family, id);
    auto edit = makeEdit("lists", m_family, id,
                         {{"description", std::string(shown->text("description")) + " and mine"}});
    edit.base = s->baseOf(m_family, *edit.collection, id);
    edit.patches[0].was = shown->text("description");
    QVERIFY(s->write(edit).ok());
    model::Record tombstone(schema::collection("lists"), m_family, id);
    tombstone.state = model::State::tombstone;
    tombstone.version = edit.base + 1;
    auto header = pageOf(m_family, tombstone.version);
    s->applyPage(header, {tombstone});
    s.reopen();
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(filesWith(s.file().parent_path().string(), kMarker), QStringList());
    std::vector<std::string> kept;
    for (const auto& item : s->heldItems()) {
      QCOMPARE(item.mutation.patches.size(), std::size_t{1});
      kept.push_back(std::get<std::string>(item.mutation.patches[0].value));
    }
    QCOMPARE(kept, (std::vector<std::string>{"my own words", "and mine"}));
  }

  void law12_aKillBeforeThePagesAreGivenBackIsMadeGood() {
    TempStore s;
    fill(s);
    s->dropScope(m_family);
    // The process dies here: what is on the disk is all there is.
    QTemporaryDir other;
    for (const auto& entry : std::filesystem::directory_iterator(s.file().parent_path()))
      std::filesystem::copy(entry.path(),
                            std::filesystem::path(other.path().toStdString()) / entry.path().filename());
    store::Store::Options options = s.options();
    options.file = std::filesystem::path(other.path().toStdString()) / s.file().filename();
    auto opened = store::Store::open(options);
    QVERIFY(opened.ok());
    opened->store->tidy();
    QCOMPARE(filesWith(other.path().toStdString(), kMarker), QStringList());
    QCOMPARE(filesWith(other.path().toStdString(), "zanzibar"), QStringList());
  }

  void law12_aProjectLeavesNothingEither() {
    TempStore s;
    store::ScopeInfo info;
    info.scope = m_family;
    info.kind = schema::Scope::project;
    info.epoch = 1;
    info.confirmed = true;
    s->putScope(info);
    std::vector<model::Record> rows;
    for (int i = 1; i <= 200; ++i)
      rows.push_back(row(
          "assignments", i,
          {{"name", kMarker + std::to_string(i)}, {"role_description", std::string(700, 'x') + kMarker}}));
    s->applyPage(pageOf(m_family, 200), rows);
    auto edit = makeEdit("assignments", m_family, rows[5].id,
                         {{"role_description", "my words " + std::string(700, 'x') + kMarker}});
    edit.base = 200;
    edit.patches[0].was = std::string(700, 'x') + kMarker;
    QVERIFY(s->write(edit).ok());
    const std::string folder = s.file().parent_path().string();
    QVERIFY(!filesWith(folder, kMarker).isEmpty());
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
    QCOMPARE(std::get<std::string>(s->heldItems().at(0).mutation.patches.at(0).value),
             std::string("my words"));
  }

  void law12_aReaderDelaysThePurgeButDoesNotPreventIt() {
    TempStore s;
    fill(s);
    const std::string folder = s.file().parent_path().string();
    auto reader = std::move(store::Reader::open(s.file()).value());
    store::QuerySpec all;
    all.collection = &schema::collection("lists");
    QVERIFY(reader->count(all) > 0);
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(reader->count(all), std::int64_t{0});
    reader.reset();
    s->tidy();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
  }

  void law12_filesThatWereSetAsideGoToo() {
    TempStore s;
    fill(s);
    s.close();
    const QString file = QString::fromStdString(s.file().string());
    QVERIFY(QFile::copy(file, file + ".damaged-1750000000000"));
    s.open();
    s->dropScope(m_family);
    s->purge();
    const std::string folder = s.file().parent_path().string();
    QCOMPARE(filesWith(folder, kMarker), QStringList());
  }
};

QTEST_GUILESS_MAIN(StoreLeaveTest)
#include "store_leave_test.moc"
