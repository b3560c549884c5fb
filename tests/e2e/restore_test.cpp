// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "processes.hpp"

using foyer::test::ClientProcess;
using foyer::test::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a quiet evening at the cinema");

QString idOf(const ClientProcess::Outcome& outcome) { return outcome.json()["id"].toString(); }

}  // namespace

/// Law 11 with real processes: a backup is taken while devices work, they go on, the server comes back from
/// it.
class RestoreTest : public QObject {
  Q_OBJECT

 private slots:
  void law11_allConvergeAfterARestore();
  void law11_aDeviceRestoredFromItsOwnBackup();

 private:
  ClientProcess& device(const QString& name);
  QString path(const QString& name) const { return m_dir.filePath(name); }
  /// One command of the server's operator; its output. Fails the test unless it ends with 0.
  QByteArray operate(const QStringList& arguments, int wanted = 0);
  void syncAll(const QStringList& names, int times = 2);
  void compare(const QString& one, const QString& other);

  QTemporaryDir m_dir;
  std::unique_ptr<ServerProcess> m_server;
  std::map<QString, std::unique_ptr<ClientProcess>> m_devices;
};

ClientProcess& RestoreTest::device(const QString& name) {
  auto& slot = m_devices[name];
  if (!slot) slot = std::make_unique<ClientProcess>(*m_server, path(name), kPassword);
  return *slot;
}

QByteArray RestoreTest::operate(const QStringList& arguments, int wanted) {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(QStringLiteral(FOYER_BIN_DIR "/foyer-server"), arguments);
  if (!process.waitForFinished(120'000)) throw std::runtime_error("the server's command does not end");
  const QByteArray output = process.readAll();
  if (process.exitCode() != wanted) throw std::runtime_error(output.toStdString());
  return output;
}

void RestoreTest::syncAll(const QStringList& names, int times) {
  for (int i = 0; i < times; ++i)
    for (const QString& name : names) device(name).must({"sync"});
}

void RestoreTest::compare(const QString& one, const QString& other) {
  const QByteArray left = device(one).must({"export"}).output;
  QVERIFY(!left.isEmpty());
  QCOMPARE(left, device(other).must({"export"}).output);
}

void RestoreTest::law11_allConvergeAfterARestore() {
  QFile::setPermissions(m_dir.path(), QFile::permissions(m_dir.path()) | QFile::ExeOther);
  const QString data = path(QStringLiteral("server"));
  const QString backup = path(QStringLiteral("backup"));
  m_server = std::make_unique<ServerProcess>(data);
  m_server->start();
  device("phone").must({"register", "ada@example.org", "--name", "Ada"});
  const QString agnes = idOf(device("phone").must({"create", "authors", "name=Agnès"}));
  const QString family = idOf(device("phone").must({"family", "create", "Home"}));
  device("phone").must({"sync"});
  device("tablet").must({"sign-in", "ada@example.org"});
  device("guest").must({"register", "guest@example.org", "--name", "Guest"});
  const QString token =
      device("phone").must({"family", "invite", "guest@example.org"}).json()["token"].toString();
  device("guest").must({"family", "accept", token});
  syncAll({"phone", "tablet", "guest"});

  operate({"backup", backup, "--data", data});  // the server runs

  // What the backup will not know: edits, a record, a scope, an account, and somebody who was removed.
  device("phone").must({"edit", agnes, "name=Agnès V."});
  const QString chris = idOf(device("tablet").must({"create", "authors", "name=Chris"}));
  const QString cottage = idOf(device("tablet").must({"family", "create", "Cottage"}));
  const QString list = idOf(device("tablet").must({"create", "lists", "name=To bring", "--scope", cottage}));
  device("late").must({"register", "late@example.org", "--name", "Late"});
  const QString lates = idOf(device("late").must({"create", "authors", "name=Jacques"}));
  syncAll({"phone", "tablet", "late"});
  device("guest").must({"family", "leave"});
  device("guest").must({"sync"});
  device("phone").must({"edit", agnes, "bio=Typed while the server is away."});

  m_server->kill();
  QTRY_VERIFY_WITH_TIMEOUT(!m_server->databaseRuns(), 20'000);
  QVERIFY(operate({"restore", backup, "--data", data}, 1).contains("overwrites nothing"));
  QVERIFY(QDir().rename(data, path(QStringLiteral("lost"))));
  QVERIFY(QDir().mkpath(data));
  QVERIFY(QDir().rename(path(QStringLiteral("lost/ledger")), data + QStringLiteral("/ledger")));
  operate({"restore", backup, "--check"});
  operate({"restore", backup, "--data", data});
  m_server->start();

  // Nobody is signed out, nothing is lost, nothing doubled.
  syncAll({"phone", "tablet", "late", "guest"}, 3);
  compare("phone", "tablet");
  for (const QString name : {"phone", "tablet"}) {
    const auto row = device(name).must({"get", agnes}).json()["fields"];
    QCOMPARE(row["name"].toString(), QStringLiteral("Agnès V."));
    QCOMPARE(row["bio"].toString(), QStringLiteral("Typed while the server is away."));
    QCOMPARE(idOf(device(name).must({"get", chris})), chris);
    QCOMPARE(idOf(device(name).must({"get", list})), list);
    QCOMPARE(device(name).must({"list", "authors"}).json().array().size(), 2);
    QCOMPARE(device(name).must({"conflicts", "list"}).json().array().size(), 0);
  }
  QCOMPARE(idOf(device("late").must({"get", lates})), lates);
  QVERIFY(device("guest").run({"get", family}).exitCode != 0);  // who had left stays out
  m_server->stop();
}

void RestoreTest::law11_aDeviceRestoredFromItsOwnBackup() {
  m_devices.clear();
  m_server = std::make_unique<ServerProcess>(path(QStringLiteral("server2")));
  m_server->start();
  device("laptop").must({"register", "ada@example.org", "--name", "Ada"});
  const QString id = idOf(device("laptop").must({"create", "authors", "name=Agnès"}));
  device("laptop").must({"sync"});
  const QString file = path(QStringLiteral("laptop/foyer.sqlite"));
  const QString saved = path(QStringLiteral("saved.sqlite"));
  device("laptop").must({"edit", id, "bio=Queued when the copy was made."});
  QVERIFY(QFile::copy(file, saved));
  device("laptop").must({"sync"});
  device("laptop").must({"edit", id, "email=agnes@example.org"});
  device("laptop").must({"sync"});
  for (const char* part : {"", "-wal", "-shm"}) QFile::remove(file + QString::fromLatin1(part));
  QVERIFY(QFile::copy(saved, file));
  const QString more = idOf(device("laptop").must({"create", "authors", "name=Chris"}));
  device("laptop").must({"sync"});
  device("other").must({"sign-in", "ada@example.org"});
  device("other").must({"sync"});
  device("laptop").must({"sync"});
  compare("laptop", "other");
  const auto row = device("other").must({"get", id}).json()["fields"];
  QCOMPARE(row["bio"].toString(), QStringLiteral("Queued when the copy was made."));
  QCOMPARE(row["email"].toString(), QStringLiteral("agnes@example.org"));
  QCOMPARE(idOf(device("other").must({"get", more})), more);
  QCOMPARE(device("other").must({"conflicts", "list"}).json().array().size(), 0);
  m_server->stop();
}

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"
