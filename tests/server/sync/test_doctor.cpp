// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <pqxx/pqxx>
#include <stdexcept>

#include "schema/collections.hpp"
#include "server/db/bookkeeping.hpp"
#include "server/sync/doctor.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

/// A family with a list of two films; `harm` is what somebody does to its database by hand.
struct Patient {
  Patient() : scope(w.family(ann)) {
    const Uuid list = newId();
    w.one(ann, ann.create(scope, "lists", list, {{.field = "name", .value = std::string("Sunday")}}));
    const Entry entry = watchEntry(scope, "Heat");
    w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
  }
  void harm(const std::string& sql) {
    pqxx::connection db(w.owned->connection());
    pqxx::work tx(db);
    if (tx.exec(sql).affected_rows() == 0) throw std::runtime_error("nothing was harmed: " + sql);
    tx.commit();
  }
  std::string complaints() {
    std::string all;
    const std::vector<std::string> records = server::examineRecords(w.store, scope).value();
    for (const std::string& sentence : records) all += sentence + "\n";
    for (const std::string& sentence :
         server::examineBookkeeping(w.owned->connection(), scope, w.clock.wallMs()))
      all += sentence + "\n";
    for (const std::string& sentence : server::examineOrphans(w.owned->connection())) {
      if (sentence.find("account that is not there") == std::string::npos) all += sentence + "\n";
    }
    return all;
  }
  World w;
  Actor ann{"ann"};
  Uuid scope;
};

}  // namespace

/// What the doctor says of a scope that somebody harmed in the database.
class TestDoctor : public QObject {
  Q_OBJECT
 private slots:
  void saysNothingOfAHealthyScope() {
    Patient p;
    QCOMPARE(p.complaints(), std::string());
    QCOMPARE(server::knownScopes(p.w.owned->connection()).size(), std::size_t{1});
    QCOMPARE(server::knownScopes(p.w.owned->connection())[0].kind, std::string("family"));
  }

  void saysInWordsWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const char* sql, const char* words) {
      QTest::newRow(name) << QByteArray(sql) << QByteArray(words);
    };
    row("content", "UPDATE lists SET name = 'by hand'", "was changed past the server");
    row("sum", "UPDATE scopes SET digest = '\\x00000000000000000000000000000001'", "is not the sum");
    row("row gone", "DELETE FROM watch_entries", "is not the sum");
    row("version", "UPDATE lists SET version = 900", "but the scope is at");
    row("head of a collection", "UPDATE scopes SET heads = ''", "devices would not be sent it");
    row("nobody", "DELETE FROM memberships", "Nobody is a member");
    row("member", "INSERT INTO memberships SELECT scope_id, gen_random_uuid(), 'member' FROM scopes",
        "the member list that people see lacks it");
    row("outcomes gone", "DELETE FROM outcomes WHERE last_seq = (SELECT max(last_seq) FROM outcomes)",
        "another number of outcomes");
    row("outcomes left out", "DELETE FROM outcomes WHERE first_seq = 2", "leave numbers out");
    row("outcomes cut", "UPDATE outcomes SET entries = '\\x00'", "cut short");
    row("acknowledged", "UPDATE scope_devices SET acked = 77", "never given");
    row("device gone", "DELETE FROM scope_devices", "a device that is not known here");
    row("file", "INSERT INTO scope_blobs SELECT scope_id, '\\x01', 5, scope_id, 0 FROM scopes",
        "whose bytes are not stored");
    row("scope gone", "DELETE FROM outcomes; DELETE FROM scopes", "belong to a scope that is not there");
  }
  void saysInWordsWhatIsWrong() {
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, words);
    Patient p;
    p.harm(sql.toStdString());
    std::string said;
    if (sql.contains("DELETE FROM scopes")) {
      for (const std::string& sentence : server::examineOrphans(p.w.owned->connection()))
        said += sentence + "\n";
    } else {
      said = p.complaints();
    }
    QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
  }
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "test_doctor.moc"
