// SPDX-License-Identifier: GPL-3.0-or-later
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
    QString text;
    QVERIFY(
        QMetaObject::invokeMethod(model, "exportText", Q_RETURN_ARG(QString, text), Q_ARG(qint64, id(0))));
    QVERIFY(text.contains("first") && text.contains("Not this."));
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
