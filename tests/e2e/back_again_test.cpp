// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "replicas.hpp"
#include "seed.hpp"

using namespace foyer::test;

namespace {

constexpr int kNoticedMs = 30'000;

/// How often the server goes back; a long run asks for more.
int restores() { return timesOf("FOYER_RESTORES", 3); }

void copyFolder(const QString& from, const QString& to) {
  QProcess process;
  process.start("cp", {"-a", from, to});
  if (!process.waitForFinished(60'000) || process.exitCode() != 0)
    throw std::runtime_error("can't copy: " + process.readAllStandardError().toStdString());
}

}  // namespace

/// Law 11: a machine is put back to a snapshot of itself. No restore command runs; devices are connected.
class BackAgainTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_backAgainAndAgain();

 private:
  QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
  QTemporaryDir m_dir;
};

void BackAgainTest::law11_backAgainAndAgain() {
  openFolder(m_dir.path());
  ServerProcess server(path("server"));
  server.start();
  ClientProcess phone(server, path("phone"), kPassword);
  ClientProcess tablet(server, path("tablet"), kPassword);
  phone.must({"register", "ada@example.org", "--name", "Ada"});
  phone.must({"sync"});
  tablet.must({"sign-in", "ada@example.org"});
  tablet.must({"sync"});
  const QString agnes = idOf(phone.must({"create", "authors", "name=Agn\u00e8s"}));
  QStringList made{agnes};
  phone.must({"sync"});
  const QString person = phone.must({"digest", "person"}).json().array().at(0).toObject()["scope"].toString();

  for (int i = 1; i <= restores(); ++i) {
    server.stop();
    QDir(path("image")).removeRecursively();
    copyFolder(path("server"), path("image"));
    server.start();

    // What the image does not know: records and an edit of each device, acknowledged. Both stay connected.
    const QString bio = QStringLiteral("Written after image %1.").arg(i);
    made << idOf(phone.must({"create", "authors", QStringLiteral("name=Phone %1").arg(i)}));
    phone.must({"edit", agnes, "bio=" + bio});
    phone.must({"sync"});
    made << idOf(tablet.must({"create", "authors", QStringLiteral("name=Tablet %1").arg(i)}));
    tablet.must({"sync"});
    for (ClientProcess* device : {&phone, &tablet}) {
      device->begin({"live", "--for", "600"});
      QVERIFY(device->awaitState("ok", kNoticedMs));
    }
    server.stop();
    for (ClientProcess* device : {&phone, &tablet}) QVERIFY(device->awaitState("off", kNoticedMs));
    QDir(path("server")).removeRecursively();
    copyFolder(path("image"), path("server"));
    server.start();
    for (ClientProcess* device : {&phone, &tablet}) {
      QVERIFY(device->awaitState("ok", kNoticedMs));
      device->kill();
    }

    for (ClientProcess* device : {&phone, &tablet, &phone}) QVERIFY(converge(*device) <= kConverged);
    QCOMPARE(difference(server, {&phone, &tablet}), QString());
    const auto scope = phone.must({"digest", person}).json().array().at(0).toObject();
    QCOMPARE(scope["epoch"].toInteger(), qint64{i} + 1);  // each time it was noticed, once
    QCOMPARE(missing(tablet, "authors", made), QStringList());
    QCOMPARE(tablet.must({"list", "authors"}).json().array().size(), made.size());
    QCOMPARE(tablet.must({"get", agnes}).json()["fields"]["bio"].toString(), bio);
    QCOMPARE(tablet.must({"conflicts", "list"}).json().array().size(), 0);
  }
  server.stop();
}

QTEST_GUILESS_MAIN(BackAgainTest)
#include "back_again_test.moc"
