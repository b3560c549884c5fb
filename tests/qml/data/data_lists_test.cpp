// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "data_host.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

QByteArray list(const QByteArray& more) { return "CollectionModel { collection: \"lists\"; " + more + " }"; }

void add(DataHost& host, const QByteArray& name) {
  host.eval("Records.create(\"lists\", Session.account, { name: \"" + name + "\" })");
}

std::vector<model::Record> manyLists(const DataHost& host, int count) {
  std::vector<model::Record> rows;
  for (int i = 0; i < count; ++i) {
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(i));
    row.at("name") = QStringLiteral("list %1").arg(i, 5, 10, QLatin1Char('0')).toStdString();
    row.createdMs = row.updatedMs = 1;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

/// CollectionModel on a real database: what it calls things, and that it moves row by row.
class DataListsTest : public QObject {
  Q_OBJECT

 private slots:
  void theRolesOfAListAreItsFields() {
    DataHost host;
    const auto names = host.model("CollectionModel { collection: \"watch_entries\" }")->roleNames().values();
    QStringList roles;
    for (const QByteArray& name : names) roles.append(QString::fromLatin1(name));
    roles.sort();
    const QStringList golden = {"base",     "createdAt", "favourite", "finished_on", "kind",     "mark",
                                "notes",    "own_title", "poster",    "profile_id",  "progress", "rating",
                                "recordId", "scope",     "service",   "started_on",  "status",   "sub_status",
                                "tags",     "title",     "title_id",  "updatedAt",   "year"};
    QCOMPARE(roles, golden);
  }

  void rowsComeGoAndMoveOneByOne() {
    DataHost host;
    auto* model = host.model(list("orderBy: [\"name\"]"));
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    QSignalSpy moved(model, &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(model, &QAbstractItemModel::rowsRemoved);
    add(host, "b");
    QTRY_COMPARE(column(model, "name"), QStringList({"b"}));
    reset.clear();
    add(host, "d"), add(host, "a"), add(host, "c");
    QTRY_COMPARE(column(model, "name"), QStringList({"a", "b", "c", "d"}));
    QCOMPARE(inserted.count(), 3);
    const QByteArray last = cell(model, 3, "recordId").toByteArray();
    host.eval("Records.edit(\"lists\", Session.account, \"" + last + "\", { name: \"0\" }, 0)");
    QTRY_COMPARE(column(model, "name"), QStringList({"0", "a", "b", "c"}));
    QCOMPARE(moved.count(), 1);
    host.eval("Records.remove(\"lists\", Session.account, \"" + last + "\", 0)");
    QTRY_COMPARE(column(model, "name"), QStringList({"a", "b", "c"}));
    QCOMPARE(removed.count(), 1);
    host.eval("Records.restore(\"lists\", Session.account, \"" + last + "\", 0)");
    QTRY_COMPARE(model->rowCount(), 4);
    QCOMPARE(reset.count(), 0);
  }

  void anyChangeOfALongListIsFollowedExactly() {
    DataHost host;
    std::vector<model::Record> rows = manyLists(host, 600);
    host.fromServer(rows);
    auto* model = host.model(list("orderBy: [\"name\"]"));
    QTRY_COMPARE(model->rowCount(), 600);
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    const auto rename = [&](std::size_t i, const char* name) {
      rows[i].at("name") = std::string(name);
      return rows[i];
    };
    const auto shown = [&] {
      QStringList wanted;
      for (const model::Record& row : rows)
        if (row.state == model::State::live)
          wanted.append(QString::fromStdString(std::string(row.text("name"))));
      wanted.sort();
      QTRY_COMPARE(model->rowCount(), static_cast<int>(wanted.size()));
      for (int i : {0, 1, 250, 598}) QTRY_COMPARE(cell(model, i, "name").toString(), wanted.value(i));
      QTRY_COMPARE(column(model, "name"), wanted);
    };
    host.fromServer({rename(599, "aaa")});  // last to first
    shown();
    host.fromServer({rename(0, "zzz")});  // to the end
    shown();
    host.fromServer({rename(300, "list 00005b"), rename(10, "list 00400b")});
    shown();
    rows[20].state = rows[500].state = model::State::trashed;
    host.fromServer({rows[20], rows[500], rename(40, "list 00000b")});
    shown();
    QCOMPARE(reset.count(), 0);
    for (model::Record& row : rows) row.at("name") = row.id.str();
    host.fromServer(rows);
    shown();
  }

  void filtersOrderAndLimit() {
    DataHost host;
    for (const char* name : {"x", "y", "z"}) add(host, name);
    auto* model = host.model(list("filter: ({ \"name\": [\"x\", \"z\"] }); orderBy: [\"-name\"]"));
    QTRY_COMPARE(column(model, "name"), QStringList({"z", "x"}));
    model->setProperty("limit", 1);
    QTRY_COMPARE(column(model, "name"), QStringList({"z"}));
    model->setProperty("filter", QVariantMap{});
    model->setProperty("limit", 0);
    QTRY_COMPARE(column(model, "name"), QStringList({"z", "y", "x"}));
    QCOMPARE(model->property("count").toInt(), 3);
  }

  void marksFollowTheOutbox() {
    DataHost host;
    add(host, "mine");
    auto* model = host.model(list(""));
    QTRY_COMPARE(column(model, "mark"), QStringList({"wait"}));
    host.onStore([&](store::Store& store) {
      store.nextPush(host.me, 10, 10'000);
      store.storeResults(host.me,
                         {{1, model::Outcome::held, 0, Error{Code::invalidField, "name", "Not this."}}});
    });
    QTRY_COMPARE(column(model, "mark"), QStringList({"held"}));
  }

  void thousandsOfRowsAreLoadedAsTheyAreLookedAt() {
    DataHost host;
    host.fromServer(manyLists(host, 3000));
    auto* model = host.model(list("orderBy: [\"name\"]"));
    QTRY_COMPARE(model->rowCount(), 3000);
    QCOMPARE(cell(model, 0, "name").toString(), QString("list 00000"));
    QTRY_COMPARE(cell(model, 2500, "name").toString(), QString("list 02500"));
    QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    std::vector<model::Record> one = manyLists(host, 1);
    one[0].id = uuidAt(model, 2500);
    one[0].at("name") = std::string("list 02500 renamed");
    host.fromServer(one);
    QTRY_COMPARE(cell(model, 2500, "name").toString(), QString("list 02500 renamed"));
    QCOMPARE(model->rowCount(), 3000);
  }

  void searchFindsWithoutAccents() {
    DataHost host;
    for (const char* title : {"Amélie", "Œuvre au noir", "Alien"}) {
      host.eval("Records.create(\"watch_entries\", Session.account, { title_id: Records.newId(), title: \"" +
                QByteArray(title) + "\", kind: \"movie\", status: \"not_watched\" })");
    }
    auto* model = host.model("CollectionModel { collection: \"watch_entries\" }");
    QTRY_COMPARE(model->rowCount(), 3);
    host.onStore([](store::Store& store) {
      while (store.indexSome()) {
      }
    });
    model->setProperty("search", "amel");
    QTRY_COMPARE(column(model, "title"), QStringList({"Amélie"}));
    model->setProperty("search", "oeuvre no");
    QTRY_COMPARE(column(model, "title"), QStringList({"Œuvre au noir"}));
    model->setProperty("search", "\"*( OR");
    QTRY_COMPARE(model->rowCount(), 0);
  }

 private:
  static Uuid uuidAt(const QAbstractItemModel* model, int row) {
    return qt::uuidOf(cell(model, row, "recordId").toString());
  }
};

QTEST_GUILESS_MAIN(DataListsTest)
#include "data_lists_test.moc"
