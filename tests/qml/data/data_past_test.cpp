// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_host.hpp"

using namespace foyer;
using namespace foyer::test;

/// What happened to a record, what was deleted, what was given up: seen and taken back.
class DataPastTest : public QObject {
  Q_OBJECT

 private:
  static QByteArray quoted(const QString& text) { return '"' + text.toUtf8() + '"'; }
  static QString addList(DataHost& host, const char* name) {
    return host.eval("Records.create(\"lists\", Session.account, { name: \"" + QByteArray(name) + "\" })")
        .toString();
  }

 private slots:
  void whatIsDeletedIsInTheTrashAndComesBack() {
    DataHost host;
    model::Record row(schema::collection("lists"), host.me, Uuid::v7(7));
    row.at("name") = std::string("Sunday");
    row.createdMs = row.updatedMs = 1'750'000'000'000;
    host.fromServer({row});
    const QString id = qt::qstring(row.id);
    auto* trash = host.model("TrashModel {}");
    QTRY_VERIFY(!trash->property("loading").toBool());
    QCOMPARE(trash->rowCount(), 0);
    host.eval("Records.remove(\"lists\", Session.account, " + quoted(id) + ", 0)");
    QTRY_COMPARE(trash->rowCount(), 1);
    QCOMPARE(cell(trash, 0, "title").toString(), QStringLiteral("Sunday"));
    QCOMPARE(cell(trash, 0, "collection").toString(), QStringLiteral("lists"));
    host.eval("Records.restore(\"lists\", Session.account, " + quoted(id) + ", 0)");
    QTRY_COMPARE(trash->rowCount(), 0);
    QTRY_COMPARE(int(host.get("lists", row.id)->state), int(model::State::live));
  }

  void whatThisDeviceDidIsKnownWithoutANetwork() {
    DataHost host;
    const QString id = addList(host, "Sunday");
    auto* history = host.model(
        "RecordHistory { collection: \"lists\"; scope: Session.account; recordId: " + quoted(id) + " }");
    QTRY_COMPARE(history->rowCount(), 1);
    QCOMPARE(history->property("title").toString(), QStringLiteral("Sunday"));
    QCOMPARE(history->property("mark").toString(), QStringLiteral("wait"));
    QCOMPARE(cell(history, 0, "what").toString(), QStringLiteral("created"));
    QCOMPARE(cell(history, 0, "state").toString(), QStringLiteral("wait"));
    QVERIFY(cell(history, 0, "mine").toBool());
    const QVariantMap change = cell(history, 0, "changes").toList().value(0).toMap();
    QCOMPARE(change["field"].toString(), QStringLiteral("name"));
    QCOMPARE(change["is"].toString(), QStringLiteral("Sunday"));
  }

  void whatIsGivenUpCanBeTakenBack() {
    DataHost host;
    addList(host, "Seen in Cannes");
    host.onStore([&](store::Store& store) {
      store.nextPush(host.me, 10, 10'000);
      store.storeResults(host.me, {{1, model::Outcome::held, 0,
                                    Error{Code::invalidField, "name", "There is one already."}}});
    });
    auto* items = host.model("AttentionModel {}");
    QTRY_COMPARE(items->rowCount(), 1);
    const qint64 item = cell(items, 0, "localId").toLongLong();
    QVERIFY(QMetaObject::invokeMethod(items, "discard", Q_ARG(qint64, item)));
    QTRY_COMPARE(items->rowCount(), 0);
    QVERIFY(QMetaObject::invokeMethod(items, "putBack", Q_ARG(qint64, item)));
    QTRY_COMPARE(items->rowCount(), 1);
    QCOMPARE(cell(items, 0, "reason").toString(), QStringLiteral("There is one already."));
    QCOMPARE(cell(items, 0, "title").toString(), QStringLiteral("Seen in Cannes"));
  }

  void aTitleOfOnesOwnIsTheSameOnEveryDevice() {
    DataHost host;
    const auto id = [&](const char* title) {
      return host.eval("Records.ownTitleId(Session.account, \"" + QByteArray(title) +
                       "\", undefined, \"movie\")");
    };
    QCOMPARE(id("Summer on the Quay"), id("  summer on the  quay "));
    QVERIFY(id("Summer on the Quay") != id("Winter on the Quay"));
  }
};

QTEST_MAIN(DataPastTest)
#include "data_past_test.moc"
