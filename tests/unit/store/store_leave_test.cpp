// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QtTest>

#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

const std::string kMarker = "Zanzibar-Marker-7431";

/// Files below a folder whose bytes hold the text.
QStringList filesWith(const QString& folder, const QByteArray& text) {
  QStringList found;
  QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) found << file.fileName();
  }
  return found;
}

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
    std::vector<model::Record> rows;
    std::int64_t version = 0;
    for (int i = 0; i < 400; ++i) {
      rows.push_back(row(
          "lists", ++version,
          {{"name", kMarker + std::to_string(i)}, {"description", std::string(900, 'x') + " " + kMarker}}));
      if (i % 7 == 0) rows.back().state = model::State::trashed;
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
    const QString folder = QString::fromStdString(s.file().parent_path().string());
    QVERIFY(!filesWith(folder, QByteArray::fromStdString(kMarker)).isEmpty());
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(filesWith(folder, QByteArray::fromStdString(kMarker)), QStringList());
    QCOMPARE(filesWith(folder, "zanzibar"), QStringList());  // as the search index writes it
    s.close();
    QCOMPARE(filesWith(folder, QByteArray::fromStdString(kMarker)), QStringList());
    s.open();
    const auto held = s->heldItems();
    QCOMPARE(held.size(), std::size_t{1});  // a deletion holds no words
    QCOMPARE(held[0].reason.code, Code::forbidden);
    QCOMPARE(std::get<std::string>(held[0].mutation.patches.at(0).value), std::string("my own words"));
    QVERIFY(held[0].mutation.patches.at(0).was.empty());
  }

  void law12_aReaderDelaysThePurgeButDoesNotPreventIt() {
    TempStore s;
    fill(s);
    const QString folder = QString::fromStdString(s.file().parent_path().string());
    auto reader = std::move(store::Reader::open(s.file()).value());
    store::QuerySpec all;
    all.collection = &schema::collection("lists");
    QVERIFY(reader->count(all) > 0);
    s->dropScope(m_family);
    s->purge();
    QCOMPARE(reader->count(all), std::int64_t{0});
    reader.reset();
    s->tidy();
    QCOMPARE(filesWith(folder, QByteArray::fromStdString(kMarker)), QStringList());
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
    const QString folder = QString::fromStdString(s.file().parent_path().string());
    QCOMPARE(filesWith(folder, QByteArray::fromStdString(kMarker)), QStringList());
  }
};

QTEST_GUILESS_MAIN(StoreLeaveTest)
#include "store_leave_test.moc"
