// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

#include "host.hpp"

namespace {

QStringList words(const QSignalSpy& said) {
  QStringList all;
  for (const QList<QVariant>& one : said) all << one.at(0).toString();
  return all;
}

/// Whether a screen reader that goes through the window comes upon the item.
bool found(QQuickItem* item) {
  QAccessibleInterface* window = QAccessible::queryAccessibleInterface(item->window());
  for (int i = 0; i < window->childCount(); ++i)
    if (window->child(i)->object() == item) return true;
  return false;
}

}  // namespace

/// Screen readers hear of results at once and of states politely.
class AnnouncerTest : public QObject {
  Q_OBJECT

 private slots:
  void aResultIsANotificationThatIsSaidAtOnce() {
    Host host("Announcer {}");
    QSignalSpy said(host.root(), SIGNAL(said(QString)));
    auto* announcer = qobject_cast<QQuickItem*>(host.root());
    QVERIFY(!found(announcer));
    QVERIFY(QMetaObject::invokeMethod(host.root(), "say", Q_ARG(QString, "Mirror was removed")));
    QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(host.root());
    QVERIFY(heard && found(announcer));
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
