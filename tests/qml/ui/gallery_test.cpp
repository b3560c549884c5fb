// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery draws every page, light and dark, with the renderer that users have, and says nothing on the
// way. The pictures stay in build/screens for people to look at.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTest>
#include <memory>
#include <set>

#include "virtual_display.hpp"

class GalleryTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<VirtualDisplay> m_display;

 private slots:
  void initTestCase() {
    m_display = std::make_unique<VirtualDisplay>();
    QVERIFY2(m_display->running(), "Xvfb does not start");
  }
  void cleanupTestCase() { m_display.reset(); }

  void drawsEveryPage_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QStringList>("more");
    for (const char* page : {"core", "rows", "posters", "icons", "kiosk"})
      QTest::newRow(page) << page << QStringList{};
    QTest::newRow("rows-fr") << "rows" << QStringList{"--fr"};
    QTest::newRow("core-large") << "core" << QStringList{"--text-scale", "2", "--contrast"};
  }

  void drawsEveryPage() {
    QFETCH(QString, page);
    QFETCH(QStringList, more);
    const QString file = QStringLiteral(FOYER_SCREENS "/gallery-%1.png").arg(QTest::currentDataTag());
    QFile::remove(file);
    QProcess gallery;
    gallery.setProcessEnvironment(m_display->environment());
    gallery.setProcessChannelMode(QProcess::MergedChannels);
    gallery.start(QStringLiteral(FOYER_GALLERY), QStringList{"--page", page, "--screenshot", file} + more);
    QVERIFY(gallery.waitForFinished(60000));
    QStringList said;
    for (const QString& line : QString::fromUtf8(gallery.readAll()).split('\n', Qt::SkipEmptyParts))
      if (!line.contains("XDG_RUNTIME_DIR")) said.append(line);
    QVERIFY2(gallery.exitCode() == 0, qPrintable(said.join('\n')));
    QVERIFY2(said.isEmpty(), qPrintable(said.join('\n')));
    const QImage picture(file);
    QVERIFY(picture.width() >= 1600 && picture.height() > 600);
    // Both halves hold real drawings: many colours, a light ground left and a dark one right.
    std::set<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3)
      for (int x = 0; x < picture.width(); x += 3) colours.insert(picture.pixel(x, y));
    QVERIFY2(colours.size() > 60, qPrintable(QString::number(colours.size())));
    QCOMPARE(QColor(picture.pixel(2, 2)), QColor("#F5F3F4"));
    QCOMPARE(QColor(picture.pixel(picture.width() - 2, 2)), QColor("#121012"));
  }
};

QTEST_GUILESS_MAIN(GalleryTest)
#include "gallery_test.moc"
