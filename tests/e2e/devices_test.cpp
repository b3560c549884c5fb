// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "replicas.hpp"
#include "seed.hpp"

using namespace foyer::test;

/// The real server, two headless clients, real sockets.
class DevicesTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void twoDevicesEditOfflineAndMeet();
  void aFamilyMadeOfflineIsJoined();
  void liveBringsChangesAtOnce();
  void theHttpWayWorksToo();
  void killedAtRandomPointsNothingIsLost();
  void nothingIsLeftRunning();

 private:
  ClientProcess& device(int number);
  void registerAndSignIn();
  void compare();

  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::map<int, std::unique_ptr<ClientProcess>> m_devices;
  int m_accounts = 0;
  QString m_email;
};

void DevicesTest::init() {
  m_devices.clear();
  ++m_accounts;
  m_email = QStringLiteral("ada%1@example.org").arg(m_accounts);
  if (m_server) return;
  openFolder(m_dir.path());
  m_server = std::make_unique<ServerProcess>(m_dir.filePath(QStringLiteral("server")));
  m_server->start();
}

ClientProcess& DevicesTest::device(int number) {
  auto& slot = m_devices[number];
  if (!slot)
    slot = std::make_unique<ClientProcess>(
        *m_server, m_dir.filePath(QStringLiteral("device%1-%2").arg(m_accounts).arg(number)), kPassword);
  return *slot;
}

/// Device 1 registers, device 2 signs in as the same person; both are complete.
void DevicesTest::registerAndSignIn() {
  device(1).must({"register", m_email, "--name", "Ada"});
  device(1).must({"sync"});
  device(2).must({"sign-in", m_email});
  device(2).must({"sync"});
}

void DevicesTest::compare() {
  QCOMPARE(difference(*m_server, {&device(1), &device(2)}), QString());
  QCOMPARE(forgotten({&device(1), &device(2)}), QString());
}

void DevicesTest::twoDevicesEditOfflineAndMeet() {
  // Written before anybody signed in: it belongs to the account that registers.
  const QString id = idOf(device(1).must({"create", "authors", "name=Agnès", "bio=She filmed the beach."}));
  registerAndSignIn();
  QCOMPARE(device(2).must({"get", id}).json()["fields"]["name"].toString(), QStringLiteral("Agnès"));

  device(1).must({"edit", id, "bio=She filmed the beach at dawn."});
  device(2).must({"edit", id, "bio=Agnès filmed the beach.", "email=agnes@example.org"});
  device(1).must({"sync"});
  device(2).must({"sync"});
  device(1).must({"sync"});
  const auto merged = device(1).must({"get", id}).json()["fields"];
  QCOMPARE(merged["bio"].toString(), QStringLiteral("Agnès filmed the beach at dawn."));
  QCOMPARE(merged["email"].toString(), QStringLiteral("agnes@example.org"));

  device(1).must({"edit", id, "name=Agnès V."});
  device(2).must({"edit", id, "name=A. Varda"});
  device(1).must({"sync"});
  device(2).must({"sync"});
  device(1).must({"sync"});
  compare();
  const auto conflicts = device(1).must({"conflicts", "list"}).json().array();
  QCOMPARE(conflicts.size(), 1);
  device(1).must({"conflicts", "take", conflicts[0]["id"].toString()});
  device(1).must({"sync"});
  device(2).must({"sync"});
  QCOMPARE(device(2).must({"conflicts", "list"}).json().array().size(), 0);
  QCOMPARE(device(2).must({"get", id}).json()["fields"]["name"].toString(), QStringLiteral("Agnès V."));
  compare();
}

void DevicesTest::aFamilyMadeOfflineIsJoined() {
  registerAndSignIn();
  const QString family = idOf(device(1).must({"family", "create", "Home"}));
  const QString list = idOf(device(1).must({"create", "lists", "name=Sunday", "--scope", family}));
  device(1).must({"sync"});
  const QString guest = QStringLiteral("guest%1@example.org").arg(m_accounts);
  device(3).must({"register", guest, "--name", "Guest"});
  const QString token = device(1).must({"family", "invite", guest}).json()["token"].toString();
  QVERIFY(!token.isEmpty());
  device(3).must({"family", "accept", token});
  device(3).must({"sync"});
  QCOMPARE(idOf(device(3).must({"get", list})), list);
  device(3).must({"edit", list, "name=Sunday evening"});
  device(3).must({"sync"});
  device(1).must({"sync"});
  QCOMPARE(device(1).must({"get", list}).json()["fields"]["name"].toString(),
           QStringLiteral("Sunday evening"));
  device(3).must({"family", "leave"});
  device(3).must({"sync"});
  QCOMPARE(device(3).run({"get", list}).exitCode, 1);
}

void DevicesTest::liveBringsChangesAtOnce() {
  registerAndSignIn();
  device(2).begin({"live", "--for", "5"});
  const QString id = idOf(device(1).must({"create", "authors", "name=Chris"}));
  device(1).must({"sync"});
  const auto followed = device(2).finish();
  QCOMPARE(followed.exitCode, 0);
  QVERIFY2(followed.output.contains(id.toUtf8()), followed.output + followed.errors);
}

void DevicesTest::theHttpWayWorksToo() {
  registerAndSignIn();
  const QString id = idOf(device(1).must({"create", "authors", "name=Jacques"}));
  device(1).must({"--http", "sync"});
  device(2).must({"--http", "sync"});
  QCOMPARE(idOf(device(2).must({"get", id})), id);
  compare();
}

void DevicesTest::killedAtRandomPointsNothingIsLost() {
  std::mt19937_64 random(seedOfRun());
  const auto below = [&random](std::uint64_t n) { return static_cast<int>(random() % n); };
  registerAndSignIn();
  QStringList made;
  for (int round = timesOf("FOYER_KILLS", 12); round > 0; --round) {
    for (int i = below(3); i >= 0; --i) {
      auto& writer = device(1 + below(2));
      if (made.isEmpty() || below(2) == 0) {
        made << idOf(
            writer.must({"create", "authors", QStringLiteral("name=Author %1-%2").arg(round).arg(i)}));
      } else {
        writer.run({"edit", made[below(static_cast<std::uint64_t>(made.size()))],
                    QStringLiteral("bio=round %1").arg(round)});
      }
    }
    device(1).begin({"sync"});
    device(2).begin({"sync"});
    QTest::qWait(below(250));
    const int victim = below(4);
    if (victim == 0) {
      m_server->kill();
      QVERIFY2(m_server->restart() <= kReadyAgain, "the server takes too long to be ready again");
    } else if (victim < 3) {
      device(victim).kill();
    }
    device(1).kill();
    device(2).kill();
  }
  for (const int number : {1, 2, 1, 2})
    QVERIFY2(converge(device(number)) <= kConverged, "something waits for too long");
  compare();
  for (const int number : {1, 2}) QCOMPARE(missing(device(number), "authors", made), QStringList());
}

void DevicesTest::nothingIsLeftRunning() {
  m_server->kill();
  QTRY_VERIFY_WITH_TIMEOUT(!m_server->databaseRuns(), 20'000);
  m_server->start();
  m_server->stop();
  QVERIFY(!m_server->databaseRuns());
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "devices_test.moc"
