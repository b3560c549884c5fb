// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QtTest>

class CollectionsDocTest : public QObject {
  Q_OBJECT

 private slots:
  void referenceIsCurrent() {
    QProcess tool;
    tool.start(SCHEMA_TOOL, {"docs"});
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 0);
    QFile file(COLLECTIONS_MD);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == tool.readAllStandardOutput(), "COLLECTIONS.md is out of date: run ./dev gen");
  }

  void unknownVerbIsRefused() {
    QProcess tool;
    tool.start(SCHEMA_TOOL, {"nothing"});
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 2);
  }
};

QTEST_GUILESS_MAIN(CollectionsDocTest)
#include "collections_doc_test.moc"
