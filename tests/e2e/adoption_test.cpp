// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "processes.hpp"

using foyer::test::ClientProcess;
using foyer::test::ServerProcess;

/// Somebody uses a device first and signs in to an account that has entries already.
class AdoptionTest : public QObject {
  Q_OBJECT

 private slots:
  void whatWasMadeBeforeSigningInBelongsToTheAccount();
};

void AdoptionTest::whatWasMadeBeforeSigningInBelongsToTheAccount() {
  QTemporaryDir dir;
  // The server's PostgreSQL runs as another user when this runs as root.
  QFile::setPermissions(dir.path(), QFile::permissions(dir.path()) | QFile::ExeOther);
  ServerProcess server(dir.filePath(QStringLiteral("server")));
  server.start();
  const QString password = QStringLiteral("a quiet evening at the cinema");
  ClientProcess home(server, dir.filePath(QStringLiteral("home")), password);
  ClientProcess used(server, dir.filePath(QStringLiteral("used")), password);
  const QString catalogued = QStringLiteral("title_id=018f0000-0000-7000-8000-000000000001");
  home.must({"register", "ada@example.org", "--name", "Ada"});
  home.must({"create", "watch_entries", catalogued, "title=Heat", "year=1995", "kind=movie",
             "status=completed", "tags=crime"});
  home.must({"create", "watch_entries", "title_id=018f0000-0000-7000-8000-000000000002", "title=Playtime",
             "year=1967", "kind=movie", "status=completed"});
  home.must({"sync"});

  used.must({"create", "watch_entries", catalogued, "title=Heat", "year=1995", "kind=movie",
             "status=completed", "tags=Los Angeles", "notes=The diner."});
  used.must({"create", "watch_entries", "title_id=018f0000-0000-7000-8000-000000000003", "title=playtime",
             "kind=movie", "own_title=true", "status=not_watched", "rating=90"});
  used.must({"create", "watch_entries", "title_id=018f0000-0000-7000-8000-000000000004",
             "title=Summer on the Quay", "kind=movie", "own_title=true", "status=not_watched"});
  const QString list = used.must({"create", "lists", "name=Sunday"}).json()["id"].toString();
  const QString family = used.must({"family", "create", "Home"}).json()["id"].toString();

  used.must({"sign-in", "ada@example.org"});
  for (int round = 0; round < 2; ++round) {
    used.must({"sync"});
    home.must({"sync"});
  }
  QCOMPARE(used.must({"attention", "list"}).json().array().size(), 0);
  QCOMPARE(used.must({"conflicts", "list"}).json().array().size(), 0);
  QCOMPARE(home.must({"get", list}).json()["fields"]["name"].toString(), QStringLiteral("Sunday"));
  QCOMPARE(home.must({"get", family}).json()["fields"]["name"].toString(), QStringLiteral("Home"));
  QMap<QString, QJsonObject> byTitle;
  const QJsonArray all = home.must({"list", "watch_entries"}).json().array();
  for (const QJsonValue row : all) {
    const QJsonObject fields = row["fields"].toObject();
    byTitle[fields["title"].toString()] = fields;
  }
  QCOMPARE(all.size(), 3);
  QCOMPARE(byTitle["Heat"]["notes"].toString(), QStringLiteral("The diner."));
  QCOMPARE(byTitle["Heat"]["tags"].toArray().size(), 2);
  QCOMPARE(byTitle["Playtime"]["rating"].toInt(), 90);
  QCOMPARE(byTitle["Playtime"]["status"].toString(), QStringLiteral("completed"));
  QVERIFY(byTitle.contains("Summer on the Quay"));
  QCOMPARE(home.must({"export"}).output, used.must({"export"}).output);
}

QTEST_GUILESS_MAIN(AdoptionTest)
#include "adoption_test.moc"
