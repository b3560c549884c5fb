// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "file_damage.hpp"
#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {
const schema::Collection& lists() { return schema::collection("lists"); }
}  // namespace

/// Opening: a second writer, an older file, a newer one, a copy.
class StoreOpenTest : public QObject {
  Q_OBJECT

 private slots:
  void aSecondWriterIsRefused() {
    TempStore s;
    const auto second = s.tryOpen();
    QVERIFY(!second.ok());
    QVERIFY(second.error().code == Code::busy);
    s.close();
    QVERIFY(s.tryOpen().ok());
  }

  void aNewerFileIsRefusedAndLeftAlone() {
    TempStore s;
    s.addList("a");
    s.close();
    runSql(s.file(), "PRAGMA user_version = 99");
    const QByteArray before = contentOf(s.file());
    QVERIFY(s.tryOpen().error().code == Code::tooNew);
    QVERIFY(store::Reader::open(s.file()).error().code == Code::tooNew);
    QCOMPARE(contentOf(s.file()), before);
    QCOMPARE(damagedFiles(s.file()), 0);
  }

  void aFileOfAnOlderListGetsItsNewTablesAndColumns() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.close();
    runSql(s.file(),
           "ALTER TABLE lists DROP COLUMN order_key; DROP TABLE reviews; DROP INDEX photos_by_taken_at; DROP "
           "TABLE photos;"
           "UPDATE local_settings SET value = 'older' WHERE key = 'list'");
    s.open();
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("a"));
    s.edit("lists", id, {{"order_key", std::string("m")}});
    QCOMPARE(textOf(s->get(lists(), s.person, id), "order_key"), std::string("m"));
    QVERIFY(!s->get(schema::collection("reviews"), s.person, id));
    QVERIFY(!s->get(schema::collection("photos"), s.person, id));
  }

  void law11_aCopyTakesItsOwnIdentityAndLosesNothing() {
    TempStore s;
    s.addList("sent");
    s->nextPush(s.person, 10, 10'000);
    s.addList("queued");
    s.close();
    s.device = Uuid::v7(99);
    s.open();
    QVERIFY(s.opened.newIdentity);
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(pushed[0].seq, 1u);
    QVERIFY(pushed[0].device == s.device && pushed[1].device == s.device);
    s.reopen();
    QVERIFY(!s.opened.newIdentity);
  }
};

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "store_open_test.moc"
