// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "processes.hpp"

using foyer::test::ClientProcess;
using foyer::test::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a quiet evening at the cinema");
const QByteArray kMarker = "Zanzibar-Marker-7431";

QString idOf(const ClientProcess::Outcome& outcome) { return outcome.json()["id"].toString(); }

QStringList filesWith(const QString& folder, const QByteArray& text) {
  QStringList found;
  QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) found << file.fileName();
  }
  return found;
}

}  // namespace

/// Law 12 with real programs: somebody leaves a family on one device while another one is offline.
class LeavingTest : public QObject {
  Q_OBJECT

 private slots:
  void law12_aDeviceThatWasAwayKeepsOnlyItsOwnWords();
};

void LeavingTest::law12_aDeviceThatWasAwayKeepsOnlyItsOwnWords() {
  QTemporaryDir dir;
  QFile::setPermissions(dir.path(), QFile::permissions(dir.path()) | QFile::ExeOther);
  ServerProcess server(dir.filePath(QStringLiteral("server")));
  server.start();
  ClientProcess ada(server, dir.filePath(QStringLiteral("ada")), kPassword);
  ClientProcess phone(server, dir.filePath(QStringLiteral("phone")), kPassword);
  ClientProcess tablet(server, dir.filePath(QStringLiteral("tablet")), kPassword);
  ada.must({"register", "ada@example.org", "--name", "Ada"});
  const QString family = idOf(ada.must({"family", "create", "Home"}));
  const QString list = idOf(ada.must(
      {"create", "lists", "name=" + kMarker, "description=All of it: " + kMarker, "--scope", family}));
  ada.must({"sync"});
  phone.must({"register", "ben@example.org", "--name", "Ben"});
  const QString token = ada.must({"family", "invite", "ben@example.org"}).json()["token"].toString();
  phone.must({"family", "accept", "--", token});
  phone.must({"sync"});
  tablet.must({"sign-in", "ben@example.org"});
  tablet.must({"sync"});
  QVERIFY(!filesWith(dir.filePath(QStringLiteral("tablet")), kMarker).isEmpty());

  // Away: edits, and a new record. Meanwhile the same person leaves on the phone.
  tablet.must({"edit", list, "description=Typed on the train."});
  tablet.must({"create", "lists", "name=Mine, never sent", "--scope", family});
  phone.must({"family", "leave"});
  phone.must({"sync"});
  QCOMPARE(filesWith(dir.filePath(QStringLiteral("phone")), kMarker), QStringList());

  tablet.run({"sync"});  // ends with 4: something needs attention
  QCOMPARE(tablet.run({"get", list}).exitCode, 1);
  QCOMPARE(filesWith(dir.filePath(QStringLiteral("tablet")), kMarker), QStringList());
  const QByteArray kept = tablet.run({"attention", "list"}).output;
  QVERIFY2(kept.contains("Typed on the train."), kept);
  QVERIFY2(kept.contains("Mine, never sent"), kept);
  QVERIFY(!kept.contains(kMarker));
  // Only with the key, which lies elsewhere.
  for (const char* words : {"Typed on the train", "never sent"})
    QCOMPARE(filesWith(dir.filePath(QStringLiteral("tablet")), words), QStringList());
}

QTEST_GUILESS_MAIN(LeavingTest)
#include "leaving_test.moc"
