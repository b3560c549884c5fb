// SPDX-License-Identifier: GPL-3.0-or-later
// The vote of an evening on two tablets that have no server: by code, over the network, and after a restart
// of the page.
#include <QQmlExtensionPlugin>

#include "data_host.hpp"
#include "tonight/tally.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)

using namespace foyer;
using namespace foyer::test;

namespace {

const Uuid kFamily = Uuid::v7(500), kList = Uuid::v7(501);

Uuid titleId(int n) {
  return Uuid::parse(std::string("018f0000-0000-7000-8000-00000000000") + char('0' + n)).value();
}
QString text(const Uuid& id) { return QString::fromStdString(id.str()); }

/// A tablet that once met the server: it has the family's list.
struct Tablet {
  DataHost host{QStringLiteral("Somebody")};
  QObject* round = nullptr;

  Tablet() {
    host.onStore([](store::Store& store) {
      store::ScopeInfo info;
      info.scope = kFamily;
      info.kind = schema::Scope::family;
      info.confirmed = true;
      store.putScope(info);
    });
    std::vector<model::Record> rows;
    model::Record list(schema::collection("lists"), kFamily, kList);
    list.at("name") = std::string("Friday nights");
    rows.push_back(list);
    for (int i = 0; i < 4; ++i) {
      model::Record item(schema::collection("list_items"), kFamily, Uuid::v7(510 + i));
      item.at("list") = kList;
      item.at("title_id") = titleId(i);
      item.at("title") = "Film " + std::to_string(i);
      item.at("kind") = std::string("movie");
      item.at("minutes") = std::int64_t{90 + 20 * i};
      item.at("order_key") = std::string(1, static_cast<char>('b' + i));
      rows.push_back(item);
    }
    host.fromServer(rows);
    open();
  }
  void open() {
    round = host.make("TonightRound { scope: \"" + text(kFamily).toUtf8() + "\"; listId: \"" +
                      text(kList).toUtf8() + "\"; evening: \"2026-11-21\" }");
    if (!QTest::qWaitFor([this] { return !round->property("loading").toBool(); })) qFatal("it does not load");
  }
  void vote(int title, const char* mark) {
    QMetaObject::invokeMethod(round, "vote", Q_ARG(QString, text(titleId(title))),
                              Q_ARG(QString, QString::fromLatin1(mark)));
  }
  QString winner() const { return round->property("winner").toMap()["title"].toString(); }
  QStringList voters() const { return round->property("voters").toStringList(); }
};

}  // namespace

class DataTonightTest : public QObject {
  Q_OBJECT
 private slots:
  void votesPassByCode() {
    Tablet a, b;
    QCOMPARE(a.round->property("candidates").toList().size(), 4);
    QVERIFY(a.winner().isEmpty());
    a.vote(0, "yes"), a.vote(1, "maybe"), a.vote(2, "no");
    b.vote(0, "no"), b.vote(1, "yes");
    QCOMPARE(a.winner(), QString("Film 0"));
    QCOMPARE(b.winner(), QString("Film 1"));
    QSignalSpy taken(b.round, SIGNAL(taken(bool)));
    const QString code = a.round->property("code").toString();
    QVERIFY(QMetaObject::invokeMethod(b.round, "take", Q_ARG(QString, code)));
    QVERIFY(QMetaObject::invokeMethod(b.round, "take", Q_ARG(QString, code)));
    QVERIFY(QMetaObject::invokeMethod(a.round, "take", Q_ARG(QString, b.round->property("code").toString())));
    QCOMPARE(taken.size(), 2);
    QVERIFY(taken[0][0].toBool() && !taken[1][0].toBool());
    QCOMPARE(a.winner(), QString("Film 1"));
    QCOMPARE(b.winner(), a.winner());
    QCOMPARE(a.round->property("standings"), b.round->property("standings"));
    QSignalSpy refused(b.round, SIGNAL(refused(QString)));
    QMetaObject::invokeMethod(b.round, "take", Q_ARG(QString, "https://example.org"));
    QCOMPARE(refused.size(), 1);
  }

  void votesPassOverTheNetwork() {
    Tablet a, b;
    a.round->setProperty("active", true);
    b.round->setProperty("active", true);
    a.vote(3, "yes");
    b.vote(3, "maybe"), b.vote(0, "yes");
    QTRY_COMPARE_WITH_TIMEOUT(a.voters().size(), 2, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(b.voters().size(), 2, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(a.round->property("standings"), b.round->property("standings"), 15'000);
    QCOMPARE(a.winner(), QString("Film 3"));
    b.round->setProperty("mostMinutes", 120);  // Film 3 takes 150
    QTRY_COMPARE_WITH_TIMEOUT(a.winner(), QString("Film 0"), 15'000);
  }

  void votesAreKeptAndTheMindMayChange() {
    Tablet a;
    a.vote(0, "yes"), a.vote(0, "no"), a.vote(1, "yes");
    const auto kept = [&] {
      std::size_t lines = 0;
      a.host.onStore([&](store::Store& store) {
        const auto reader = store::Reader::open(store.file());
        store::QuerySpec spec;
        spec.collection = &schema::collection("tonight_rounds");
        const auto rows = (*reader)->query(spec);
        if (rows.size() == 1) lines = std::get<model::TextSet>(rows[0].at("ballots")).size();
      });
      return lines;
    };
    QTRY_COMPARE(kept(), std::size_t{2});
    a.open();
    QCOMPARE(a.winner(), QString("Film 1"));
    QCOMPARE(a.round->property("mine").toMap()[text(titleId(0))].toString(), QString("no"));
  }

  void aChildVotesOnTheSameTablet() {
    Tablet a;
    a.vote(0, "yes");
    a.round->setProperty("voter", text(Uuid::v7(600)));
    QVERIFY(a.round->property("mine").toMap().isEmpty());
    a.vote(1, "yes");
    QCOMPARE(a.voters().size(), 2);
  }
};

QTEST_MAIN(DataTonightTest)
#include "data_tonight_test.moc"
