// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QSignalSpy>

#include "host.hpp"

namespace {

QStringList words(const QSignalSpy& said) {
  QStringList all;
  for (const QList<QVariant>& one : said) all << one.at(0).toString();
  return all;
}

}  // namespace

/// Screen readers hear of results at once and of states politely.
class AnnouncerTest : public QObject {
  Q_OBJECT

 private slots:
  void aResultIsANotificationThatIsSaidAtOnce() {
    Host host("Announcer {}");
    QSignalSpy said(host.root(), SIGNAL(said(QString)));
    QVERIFY(!QAccessible::queryAccessibleInterface(host.root()));  // nothing to find before
    QVERIFY(QMetaObject::invokeMethod(host.root(), "say", Q_ARG(QString, "Mirror was removed")));
    QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(host.root());
    QVERIFY(heard);
    QCOMPARE(heard->role(), QAccessible::Notification);
    QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("Mirror was removed"));
    QVERIFY(QMetaObject::invokeMethod(host.root(), "say", Q_ARG(QString, "Mirror was removed")));
    QCOMPARE(words(said).size(), 2);  // the same thing happened again
  }

  void statesAreSaidAtMostEveryGapAndTheLastOneWins() {
    Host host("Announcer { gap: 400 }");
    QSignalSpy said(host.root(), SIGNAL(said(QString)));
    const auto state = [&](const char* text) {
      QVERIFY(QMetaObject::invokeMethod(host.root(), "politely", Q_ARG(QString, text)));
    };
    state("Offline");
    state("Checking");
    state("Sending");
    state("Verified");
    QCOMPARE(words(said), QStringList{"Offline"});
    QTRY_COMPARE(words(said), (QStringList{"Offline", "Verified"}));
    state("Verified");
    QTest::qWait(500);
    QCOMPARE(words(said).size(), 2);  // nothing new
  }
};

QTEST_MAIN(AnnouncerTest)
#include "announcer_test.moc"
