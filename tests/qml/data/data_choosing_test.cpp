// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QSignalSpy>

#include "data_host.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

/// A watch entry with two versions of one field, as the server tells of it.
struct Forked {
  model::Record entry;
  model::Record conflict;
  Forked(DataHost& host, std::string_view field, const std::string& lost, const std::string& kept)
      : entry(schema::collection("watch_entries"), host.me, Uuid::v7(1)),
        conflict(schema::collection("conflicts"), host.me, Uuid::v7(2)) {
    const Uuid title = Uuid::v7(3);
    entry.at("title_id") = title;
    entry.at("title") = std::string("Alien");
    entry.at(field) = kept;
    conflict.at("kind") = std::string("value");
    conflict.at("subject_collection") = std::string("watch_entries");
    conflict.at("subject_id") = entry.id;
    conflict.at("field") = std::string(field);
    conflict.at("lost_value") = '"' + lost + '"';
    conflict.at("kept_value") = '"' + kept + '"';
    conflict.at("lost_at") = std::int64_t{1'750'000'000'000};
    host.fromServer({entry, conflict});
  }
};

QJsonObject exportOf(QAbstractItemModel* model, qint64 id) {
  QSignalSpy exported(model, SIGNAL(exported(qint64, QString)));
  QMetaObject::invokeMethod(model, "exportText", Q_ARG(qint64, id));
  if (exported.isEmpty() && !exported.wait()) return {};
  return QJsonDocument::fromJson(exported[0][1].toString().toUtf8()).object();
}

std::vector<model::Mutation> pushOf(DataHost& host) {
  std::vector<model::Mutation> pushed;
  host.onStore([&](store::Store& store) { pushed = store.nextPush(host.me, 10, 100'000); });
  return pushed;
}

/// The server's rows of version `version` are stored, and nobody has drawn them: no event was handled since.
void storeUnseen(DataHost& host, model::Record row, std::int64_t version) {
  host.backend().work([row, version](qt::EngineDriver& driver) mutable {
    protocol::PageHeader header;
    header.scope = row.scope;
    header.epoch = 1;
    header.head = row.version = version;
    driver.store().applyPage(header, {row});
  });
}

QByteArray quoted(const Uuid& id) { return '"' + QByteArray::fromStdString(id.str()) + '"'; }

void call(QObject* model, const char* method, const QString& id) {
  QVERIFY(QMetaObject::invokeMethod(model, method, Q_ARG(QString, id)));
}

}  // namespace

/// AttentionModel and ConflictModel on a real database.
class DataChoosingTest : public QObject {
  Q_OBJECT

 private slots:
  void takingTheOtherVersionAndPuttingItBack() {
    DataHost host;
    const Forked forked(host, "service", "lost-one", "kept-one");
    auto* model = host.model("ConflictModel {}");
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(cell(model, 0, "lost").toString(), QString("lost-one"));
    QCOMPARE(cell(model, 0, "kept").toString(), QString("kept-one"));
    QCOMPARE(cell(model, 0, "recordTitle").toString(), QString("Alien"));
    QCOMPARE(cell(model, 0, "recordId").toString().toStdString(), forked.entry.id.str());
    QCOMPARE(cell(model, 0, "titleId").toString().toStdString(), forked.entry.uuid("title_id").str());
    QVERIFY(!cell(model, 0, "combinable").toBool());
    const QString id = cell(model, 0, "conflictId").toString();
    call(model, "take", id);
    QTRY_COMPARE(model->rowCount(), 0);
    QCOMPARE(std::string(host.get("watch_entries", forked.entry.id)->text("service")),
             std::string("lost-one"));
    QCOMPARE(std::string(host.get("conflicts", forked.conflict.id)->text("resolution")),
             std::string("restored"));
    call(model, "putBack", id);
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(std::string(host.get("watch_entries", forked.entry.id)->text("service")),
             std::string("kept-one"));
  }

  void textsCanBothBeKept() {
    DataHost host;
    const Forked forked(host, "notes", "the lost words", "the kept words");
    auto* model = host.model("ConflictModel {}");
    QTRY_COMPARE(model->rowCount(), 1);
    QVERIFY(cell(model, 0, "combinable").toBool());
    call(model, "keepBoth", cell(model, 0, "conflictId").toString());
    QTRY_COMPARE(model->rowCount(), 0);
    QCOMPARE(std::string(host.get("watch_entries", forked.entry.id)->text("notes")),
             std::string("the kept words\n\nthe lost words"));
    QCOMPARE(std::string(host.get("conflicts", forked.conflict.id)->text("resolution")),
             std::string("combined"));
  }

  void law2_aChoiceKnowsOnlyWhatWasShown() {
    DataHost host;
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
    row.at("name") = std::string("one");
    host.fromServer({row});
    auto* list = host.model("CollectionModel { collection: \"lists\"; scope: Session.account }");
    QTRY_COMPARE(column(list, "name"), QStringList({"one"}));
    const auto shownBase = [&] { return QByteArray::number(cell(list, 0, "base").toLongLong()); };
    QCOMPARE(shownBase(), QByteArray("1"));
    row.at("name") = std::string("theirs");
    storeUnseen(host, row, 2);
    const QByteArray target = "\"lists\", Session.account, " + quoted(row.id);
    const QByteArray tapped = shownBase();
    host.eval("Records.edit(" + target + ", { name: \"mine\" }, " + tapped + ")");
    host.eval("Records.remove(" + target + ", " + tapped + ")");
    QTRY_COMPARE(list->rowCount(), 0);
    const auto pushed = pushOf(host);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(pushed[0].base, std::int64_t{1});
    QCOMPARE(pushed[1].base, std::int64_t{1});

    model::Record other(schema::collection("lists"), host.me, Uuid::v7(2));
    other.at("name") = std::string("another");
    storeUnseen(host, other, 3);
    QTRY_COMPARE(list->rowCount(), 1);
    QCOMPARE(shownBase(), QByteArray("3"));  // once it is drawn, it is known
  }

  void law2_whatIsDrawnElsewhereIsKnownToo() {
    DataHost host;
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(1));
    row.at("name") = std::string("one");
    host.fromServer({row});
    auto* list = host.model("CollectionModel { collection: \"lists\"; scope: Session.account }");
    QTRY_COMPARE(list->rowCount(), 1);
    model::Record item(schema::collection("list_items"), host.me, Uuid::v7(2));
    item.at("list") = row.id;
    item.at("title_id") = Uuid::v7(3);
    item.at("title") = std::string("Alien");
    host.fromServer({item});
    // Deleting the list is meant for the item as well.
    QTRY_COMPARE(cell(list, 0, "base").toLongLong(), 2);
  }

  void law2_aSettledConflictKnowsOnlyWhatItsCardShowed() {
    DataHost host;
    const Forked forked(host, "notes", "the lost words", "the kept words");
    auto* model = host.model("ConflictModel {}");
    QTRY_COMPARE(model->rowCount(), 1);
    const QString id = cell(model, 0, "conflictId").toString();
    model::Record row = forked.entry;
    row.at("notes") = std::string("unseen words");
    storeUnseen(host, row, 3);
    call(model, "take", id);
    QTRY_COMPARE(model->rowCount(), 0);
    const auto taken = pushOf(host);
    QCOMPARE(taken.size(), 2u);
    QCOMPARE(taken[0].base, std::int64_t{2});
    QCOMPARE(taken[0].patches[0].was, std::string("the kept words"));

    row.at("notes") = std::string("unseen words of later");
    host.onStore([&](store::Store& store) {
      store.storeResults(host.me, {{1, model::Outcome::applied, 4, {}}, {2, model::Outcome::applied, 5, {}}});
    });
    storeUnseen(host, row, 6);
    host.onStore([](store::Store&) {});
    call(model, "putBack", id);
    QTRY_COMPARE(pushOf(host).size(), 2u);
    const auto undone = pushOf(host);
    QCOMPARE(undone[0].base, std::int64_t{2});
    QCOMPARE(undone[0].patches[0].was, std::string("the lost words"));
    QCOMPARE(std::get<std::string>(undone[0].patches[0].value), std::string("the kept words"));
  }

  void itIsFineSo() {
    DataHost host;
    const Forked forked(host, "service", "lost-one", "kept-one");
    auto* model = host.model("ConflictModel { recordId: \"" +
                             QByteArray::fromStdString(forked.entry.id.str()) + "\" }");
    auto* other =
        host.model("ConflictModel { recordId: \"" + QByteArray::fromStdString(Uuid::v7(9).str()) + "\" }");
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(other->rowCount(), 0);
    QTRY_COMPARE(host.eval("Sync.conflicts").toInt(), 1);
    call(model, "dismiss", cell(model, 0, "conflictId").toString());
    QTRY_COMPARE(model->rowCount(), 0);
    QCOMPARE(std::string(host.get("watch_entries", forked.entry.id)->text("service")),
             std::string("kept-one"));
    QTRY_COMPARE(host.eval("Sync.conflicts").toInt(), 0);
  }

  void aForkIsMarkedInItsList() {
    DataHost host;
    const Forked forked(host, "service", "lost-one", "kept-one");
    auto* list = host.model("CollectionModel { collection: \"watch_entries\" }");
    QTRY_COMPARE(column(list, "mark"), QStringList({"fork"}));
  }

  void aRefusedChangeIsExportedAndRetriedWithWhatWaitsBehindIt() {
    DataHost host;
    auto* model = host.model("AttentionModel {}");
    const QByteArray list =
        host.eval("Records.create(\"lists\", Session.account, { name: \"Sunday\" })").toByteArray();
    for (const char* title : {"Alien", "Mirror"})
      host.eval("Records.create(\"list_items\", Session.account, { list: \"" + list +
                "\", title_id: Records.newId(), title: \"" + title + "\", kind: \"movie\" })");
    QCOMPARE(pushOf(host).size(), 3u);
    host.onStore([&](store::Store& store) {
      store.storeResults(
          host.me, {{1, model::Outcome::held, 0, Error{Code::invalidField, "name", "Not this."}},
                    {2, model::Outcome::held, 0, Error{Code::missingParent, "list", "Its list waits."}},
                    {3, model::Outcome::held, 0, Error{Code::missingParent, "list", "Its list waits."}}});
    });
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(cell(model, 0, "waitingBehind").toInt(), 2);
    const qint64 id = cell(model, 0, "localId").toLongLong();
    const QJsonArray changes = exportOf(model, id)["changes"].toArray();
    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes[0]["fields"]["name"].toString(), QString("Sunday"));
    QCOMPARE(changes[1]["fields"]["title"].toString(), QString("Alien"));
    QCOMPARE(changes[2]["fields"]["title"].toString(), QString("Mirror"));
    QMetaObject::invokeMethod(model, "retry", Q_ARG(qint64, id));
    QTRY_COMPARE(model->rowCount(), 0);
    const auto again = pushOf(host);
    QCOMPARE(again.size(), 3u);
    QCOMPARE(again[0].seq, std::uint64_t{4});
  }

  void aRefusedChangeCanBeCorrectedExportedAndDiscarded() {
    DataHost host;
    auto* model = host.model("AttentionModel {}");
    for (const char* name : {"first", "second"})
      host.eval("Records.create(\"lists\", Session.account, { name: \"" + QByteArray(name) + "\" })");
    host.onStore([&](store::Store& store) {
      store.nextPush(host.me, 10, 10'000);
      const Error refusal{Code::invalidField, "name", "Not this."};
      store.storeResults(host.me,
                         {{1, model::Outcome::held, 0, refusal}, {2, model::Outcome::held, 0, refusal}});
    });
    QTRY_COMPARE(model->rowCount(), 2);
    QCOMPARE(column(model, "title"), QStringList({"first", "second"}));
    QCOMPARE(column(model, "field"), QStringList({"name", "name"}));
    QCOMPARE(column(model, "value"), QStringList({"first", "second"}));
    QCOMPARE(column(model, "reason"), QStringList({"Not this.", "Not this."}));
    const auto id = [&](int row) { return cell(model, row, "localId").toLongLong(); };
    const QJsonObject exported = exportOf(model, id(0));
    QCOMPARE(exported["reason"].toString(), QString("Not this."));
    QCOMPARE(exported["changes"].toArray().at(0)["fields"]["name"].toString(), QString("first"));
    QSignalSpy refused(model, SIGNAL(refused(qint64, QString, QString)));
    QMetaObject::invokeMethod(model, "correct", Q_ARG(qint64, id(0)), Q_ARG(QString, "name"),
                              Q_ARG(QVariant, QString(300, 'x')));
    QVERIFY(refused.wait());
    QMetaObject::invokeMethod(model, "correct", Q_ARG(qint64, id(0)), Q_ARG(QString, "name"),
                              Q_ARG(QVariant, QString("better")));
    QTRY_COMPARE(model->rowCount(), 1);
    QMetaObject::invokeMethod(model, "discard", Q_ARG(qint64, id(0)));
    QTRY_COMPARE(model->rowCount(), 0);
    std::vector<model::Mutation> pushed;
    host.onStore([&](store::Store& store) { pushed = store.nextPush(host.me, 10, 10'000); });
    QCOMPARE(pushed.size(), 1u);
    QCOMPARE(std::get<std::string>(pushed[0].patches[0].value), std::string("better"));
  }
};

QTEST_GUILESS_MAIN(DataChoosingTest)
#include "data_choosing_test.moc"
