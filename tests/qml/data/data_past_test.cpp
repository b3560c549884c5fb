// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>

#include "data_host.hpp"
#include "stub_server.hpp"

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

  void law15_everyCauseOfAWaitingRecordIsNamed() {
    DataHost host("Jeanne Morel");
    const auto refuse = [&](const char* why) {
      host.onStore([&](store::Store& store) {
        const auto sent = store.nextPush(host.me, 1, 10'000);
        store.storeResults(
            host.me, {{sent.at(0).seq, model::Outcome::held, 0, Error{Code::invalidField, "name", why}}});
      });
    };
    const QString list = addList(host, "Sunday");
    auto* history = host.model(
        "RecordHistory { collection: \"lists\"; scope: Session.account; recordId: " + quoted(list) + " }");
    const auto cause = [history] { return history->property("cause").toString(); };
    QTRY_COMPARE(cause(), QStringLiteral("offline"));
    sync::Status status;
    status.stopped = false;
    status.connected = true;
    status.state = sync::State::sync;
    sync::ScopeStatus mine;
    mine.scope = host.me;
    mine.queued = status.queued = 1;
    mine.state = sync::State::sync;
    status.scopes = {mine};
    host.claim(status);
    QTRY_COMPARE(cause(), QStringLiteral("sending"));
    status.scopes[0].state = status.state = sync::State::wait;
    status.scopes[0].why = Error{Code::busy, {}, "Too much to do."};
    status.scopes[0].nextTryMs = 1'900'000'000'000;
    host.claim(status);
    QTRY_COMPARE(cause(), QStringLiteral("space"));
    QCOMPARE(history->property("why").toString(), QStringLiteral("busy"));
    QCOMPARE(history->property("nextTryAt").toDateTime().toMSecsSinceEpoch(), qint64(1'900'000'000'000));
    host.eval("(function() { Sync.paused = true; return 1 })()");
    QTRY_COMPARE(cause(), QStringLiteral("paused"));
    host.eval("(function() { Sync.paused = false; return 1 })()");

    refuse("There is one already.");
    QTRY_COMPARE(cause(), QStringLiteral("held"));
    const QString item =
        host.eval(
                "Records.create(\"list_items\", Session.account, { list: " + quoted(list) +
                ", title_id: \"018f0000-0000-7000-8000-000000000001\", title: \"Mirror\", kind: \"movie\" })")
            .toString();
    auto* behind = host.model(
        "RecordHistory { collection: \"list_items\"; scope: Session.account; recordId: " + quoted(item) +
        " }");
    QTRY_COMPARE(behind->property("cause").toString(), QStringLiteral("behind"));
    QCOMPARE(behind->property("behind").toString(), QStringLiteral("Sunday"));
    QCOMPARE(behind->property("behindWhy").toString(), QStringLiteral("There is one already."));
  }

  void law15_whatNobodySignedInForIsKeptHere() {
    DataHost host;
    auto* history = host.model("RecordHistory { collection: \"lists\"; scope: Session.account; recordId: " +
                               quoted(addList(host, "Sunday")) + " }");
    QTRY_COMPARE(history->property("cause").toString(), QStringLiteral("signedOut"));
  }

  void theServersPartIsReadPageByPage() {
    constexpr int kPage = 50;
    StubServer server([](const QString& path) {
      const bool older = path.contains("before=51");
      QJsonArray items;
      for (int version = older ? 50 : 100; version > (older ? 49 : 50); --version)
        items.append(
            QJsonObject{{"what", "edited"},
                        {"at", qint64(1'750'000'000'000 + version)},
                        {"name", "Hugo Morel"},
                        {"version", version},
                        {"changes", QJsonObject{{"name", QJsonObject{{"was", "Sunday"}, {"is", "Monday"}}},
                                                {"order_key", QJsonObject{{"is", "m"}}},
                                                {"hidden_one", QJsonObject{}}}}});
      return QJsonObject{{"items", items}};
    });
    DataHost host("Jeanne Morel", server.url());
    auto* history = host.model(
        "RecordHistory { collection: \"lists\"; scope: Session.account; recordId: "
        "\"018f0000-0000-7000-8000-000000000001\" }");
    QTRY_COMPARE_WITH_TIMEOUT(history->rowCount(), kPage, 10'000);
    QVERIFY(history->property("more").toBool());
    QCOMPARE(cell(history, 0, "who").toString(), QStringLiteral("Hugo Morel"));
    QVERIFY(!cell(history, 0, "mine").toBool());
    QVariantMap byField;
    for (const QVariant& change : cell(history, 0, "changes").toList())
      byField.insert(change.toMap()["field"].toString(), change);
    QCOMPARE(byField["name"].toMap()["was"].toString(), QStringLiteral("Sunday"));
    QCOMPARE(byField["name"].toMap()["is"].toString(), QStringLiteral("Monday"));
    QVERIFY(!byField["name"].toMap()["hidden"].toBool());
    QVERIFY(byField["hidden_one"].toMap()["hidden"].toBool());  // changed, its content is not kept
    QVERIFY(!byField.contains("order_key"));                    // says nothing to people
    QVERIFY(QMetaObject::invokeMethod(history, "fetchOlder"));
    QTRY_COMPARE_WITH_TIMEOUT(history->rowCount(), kPage + 1, 10'000);
    QVERIFY(server.asked().last().endsWith("&before=51"));
    QVERIFY(!history->property("more").toBool());
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
