// SPDX-License-Identifier: GPL-3.0-or-later
// Every icon that the QML of any room names exists in assets/icons, and every drawing keeps to our grid and
// stroke.
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "icon_uses.hpp"

class IconNamesTest : public QObject {
  Q_OBJECT

 private slots:
  void readsNames_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("plain") << "iconName: \"home\"" << QStringList{"home"};
    QTest::newRow("choice") << "iconName: state === \"on\" ? \"eye-off\" : \"eye\""
                            << QStringList{"eye-off", "eye"};
    QTest::newRow("two") << "{ icon: \"home\", text: \"Home\" }, { \"icon\": \"video\" }"
                         << QStringList{"home", "video"};
    QTest::newRow("words") << "AppButton { iconName: \"x\"; text: qsTr(\"Close\") }" << QStringList{"x"};
    QTest::newRow("built") << "iconName: \"shape-\" + shape" << QStringList{};
  }

  void readsNames() {
    QFETCH(QString, line);
    QFETCH(QStringList, names);
    QCOMPARE(iconsNamedIn(line), names);
  }

  void everyUsedIconExists() {
    const QString root = QStringLiteral(FOYER_SOURCE_DIR);
    int used = 0;
    QStringList missing;
    for (const char* room : {"shared/ui", "mobile", "kiosk"}) {
      QDirIterator files(root + u'/' + room, {"*.qml"}, QDir::Files, QDirIterator::Subdirectories);
      while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        for (int number = 1; !file.atEnd(); ++number)
          for (const QString& name : iconsNamedIn(QString::fromUtf8(file.readLine()))) {
            ++used;
            if (!QFile::exists(root + "/assets/icons/" + name + ".svg"))
              missing.append(
                  QString("%1:%2 names the icon \"%3\"").arg(file.fileName()).arg(number).arg(name));
          }
      }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
    QVERIFY2(used > 60, "the search itself finds hardly any icon");
  }

  void drawingsKeepTheGrid() {
    QDirIterator files(QStringLiteral(FOYER_SOURCE_DIR "/assets/icons"), {"*.svg"}, QDir::Files);
    while (files.hasNext()) {
      QFile file(files.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray svg = file.readAll();
      QVERIFY2(svg.contains("viewBox=\"0 0 24 24\""), qPrintable(file.fileName()));
      const bool stroked = svg.contains("stroke-width=\"2\"") && svg.contains("stroke-linecap=\"round\"");
      QVERIFY2(stroked || files.fileName().startsWith("shape-"), qPrintable(file.fileName()));
    }
  }
};

QTEST_APPLESS_MAIN(IconNamesTest)
#include "icon_names_test.moc"
