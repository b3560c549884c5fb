// SPDX-License-Identifier: GPL-3.0-or-later
// What the controls do for fingers, keys and screen readers.
#include <QSignalSpy>
#include <QTest>

#include "host.hpp"

class ControlsTest : public QObject {
  Q_OBJECT

 private slots:
  void ratingByKeys();
  void ratingByTapAndDrag();
  void ratingReadOnlyTakesNoFocus();
  void segmentByArrows();
  void buttonByKeysAndDisabled();
  void loadingButtonKeepsItsWidth();
  void fieldReportsOnlyWhatIsTyped();
  void longFieldLetsTabOut();
  void searchEscapeClears();
  void undoBarCountsAndStaysWhileFocused();
  void dialogStartsOnTheHarmlessChoice();
  void integerEditorKeepsWhatIsNoNumber();
  void dateEditorKnowsTheCalendar();
  void enumEditorShowsTheRecordNotTheTap();
  void wordsEditorAddsAndRemoves();
  void targetsAreLargeEnough();
};

void ControlsTest::ratingByKeys() {
  Host host("Rating { focus: true }");
  auto* rating = host.root();
  QSignalSpy rated(rating, SIGNAL(rated(int)));
  qobject_cast<QQuickItem*>(rating)->forceActiveFocus();
  host.key(Qt::Key_Right);
  QCOMPARE(rating->property("value").toInt(), 10);
  host.key(Qt::Key_Up);
  host.key(Qt::Key_Right);
  QCOMPARE(rating->property("value").toInt(), 30);
  host.key(Qt::Key_Left);
  QCOMPARE(rating->property("value").toInt(), 20);
  host.key(Qt::Key_End);
  QCOMPARE(rating->property("value").toInt(), 100);
  host.key(Qt::Key_Right);  // at the end already: no change, no signal
  QCOMPARE(rated.count(), 5);
  host.key(Qt::Key_Home);
  QCOMPARE(rating->property("value").toInt(), 0);
  host.key(Qt::Key_Left);
  QCOMPARE(rating->property("value").toInt(), 0);
  QCOMPARE(rated.count(), 6);
  QCOMPARE(rating->property("words").toString(), QStringLiteral("Not rated yet"));
}

void ControlsTest::ratingByTapAndDrag() {
  Host host("Rating { x: 20; y: 20; starSize: 32; gap: 6 }");
  auto* rating = qobject_cast<QQuickItem*>(host.root());
  const double y = rating->height() / 2;
  QTest::mouseClick(&host.window(), Qt::LeftButton, {}, Host::at(rating, 38 * 3 + 5, y));
  QCOMPARE(rating->property("value").toInt(), 70);
  QTest::mouseClick(&host.window(), Qt::LeftButton, {}, Host::at(rating, 38 * 3 + 27, y));
  QCOMPARE(rating->property("value").toInt(), 80);
  QTest::mousePress(&host.window(), Qt::LeftButton, {}, Host::at(rating, 10, y));
  QTest::mouseMove(&host.window(), Host::at(rating, 38 * 4 + 30, y));
  QTest::mouseRelease(&host.window(), Qt::LeftButton, {}, Host::at(rating, 38 * 4 + 30, y));
  QCOMPARE(rating->property("value").toInt(), 100);
  QCOMPARE(rating->property("words").toString(), QStringLiteral("5 of 5 stars"));
}

void ControlsTest::ratingReadOnlyTakesNoFocus() {
  Host host("Rating { readOnly: true; value: 45 }");
  auto* rating = qobject_cast<QQuickItem*>(host.root());
  QVERIFY(!rating->activeFocusOnTab());
  rating->forceActiveFocus();
  host.key(Qt::Key_Right);
  QCOMPARE(rating->property("value").toInt(), 45);
}

void ControlsTest::segmentByArrows() {
  Host host("Segment { focus: true; width: 300; options: ['a', 'b', 'c'] }");
  auto* segment = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy activated(segment, SIGNAL(activated(int)));
  segment->forceActiveFocus(Qt::TabFocusReason);
  host.key(Qt::Key_Right);
  host.key(Qt::Key_Right);
  host.key(Qt::Key_Right);
  QCOMPARE(segment->property("currentIndex").toInt(), 2);
  QCOMPARE(activated.count(), 2);
  QTest::mouseClick(&host.window(), Qt::LeftButton, {}, Host::at(segment, 20, 20));
  QCOMPARE(segment->property("currentIndex").toInt(), 0);
}

void ControlsTest::buttonByKeysAndDisabled() {
  Host host("AppButton { focus: true; text: 'Save'; whyDisabled: 'Needs the network.' }");
  auto* button = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy clicked(button, SIGNAL(clicked()));
  button->forceActiveFocus(Qt::TabFocusReason);
  host.key(Qt::Key_Space);
  host.key(Qt::Key_Return);
  QCOMPARE(clicked.count(), 2);
  const double height = button->implicitHeight();
  button->setEnabled(false);
  QVERIFY(button->implicitHeight() > height);  // room for the sentence why
  QTest::mouseClick(&host.window(), Qt::LeftButton, {}, Host::at(button));
  QCOMPARE(clicked.count(), 2);
}

void ControlsTest::loadingButtonKeepsItsWidth() {
  Host host("AppButton { text: 'Save everything'; loadingText: 'Saving' }");
  auto* button = qobject_cast<QQuickItem*>(host.root());
  const double width = button->implicitWidth();
  QSignalSpy clicked(button, SIGNAL(clicked()));
  button->setProperty("loading", true);
  QTRY_COMPARE(button->implicitWidth(), width);
  QTest::mouseClick(&host.window(), Qt::LeftButton, {}, Host::at(button));
  button->forceActiveFocus(Qt::TabFocusReason);
  host.key(Qt::Key_Return);
  QCOMPARE(clicked.count(), 0);  // what runs is not started twice
}

void ControlsTest::fieldReportsOnlyWhatIsTyped() {
  Host host("Field { label: 'Town'; text: 'S' }");
  auto* field = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy edited(field, SIGNAL(edited(QString)));
  field->setProperty("text", "Sè");
  QCOMPARE(edited.count(), 0);
  field->forceActiveFocus();
  host.key(Qt::Key_T);
  QCOMPARE(edited.count(), 1);
  QCOMPARE(edited[0][0].toString(), QStringLiteral("Sèt"));
}

void ControlsTest::longFieldLetsTabOut() {
  Host host(
      "Column { LongField { objectName: 'a'; width: 300 } AppButton { objectName: 'b'; text: 'Next' } }");
  host.item("a")->forceActiveFocus();
  host.key(Qt::Key_Tab);
  QVERIFY(host.item("b")->hasActiveFocus());
  host.key(Qt::Key_Backtab, Qt::ShiftModifier);
  QVERIFY(host.item("a")->hasActiveFocus());
  QCOMPARE(host.item("a")->property("text").toString(), QString());
}

void ControlsTest::searchEscapeClears() {
  Host host("SearchField { text: 'stalker' }");
  auto* field = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy searched(field, SIGNAL(searched(QString)));
  field->forceActiveFocus();
  host.key(Qt::Key_Escape);
  QCOMPARE(field->property("text").toString(), QString());
  QCOMPARE(searched.count(), 1);
}

void ControlsTest::undoBarCountsAndStaysWhileFocused() {
  Host host("UndoBar { width: 360; seconds: 1 }");
  auto* bar = host.root();
  QSignalSpy expired(bar, SIGNAL(expired()));
  QMetaObject::invokeMethod(bar, "show", Q_ARG(QString, "Removed."));
  QVERIFY(bar->property("open").toBool());
  QTRY_COMPARE_WITH_TIMEOUT(expired.count(), 1, 4000);
  QVERIFY(!bar->property("open").toBool());
  QSignalSpy undone(bar, SIGNAL(undone()));
  QMetaObject::invokeMethod(bar, "show", Q_ARG(QString, "Removed."));
  host.key(Qt::Key_Tab);
  host.key(Qt::Key_Return);
  QCOMPARE(undone.count(), 1);
  QVERIFY(!bar->property("open").toBool());
  // Without a way back there is no button to take it.
  bar->setProperty("undoText", QString());
  QMetaObject::invokeMethod(bar, "show", Q_ARG(QString, "Removed for good."));
  host.key(Qt::Key_Tab);
  host.key(Qt::Key_Return);
  QCOMPARE(undone.count(), 1);
}

void ControlsTest::dialogStartsOnTheHarmlessChoice() {
  Host host(
      "Item { width: 800; height: 900; AppDialog { objectName: 'd'; title: 'Delete 3 photos?'; confirmText: "
      "'Delete 3 "
      "photos'; destructive: true } }");
  auto* dialog = host.object("d");
  QSignalSpy confirmed(dialog, SIGNAL(confirmed()));
  QSignalSpy cancelled(dialog, SIGNAL(cancelled()));
  const auto open = [&] {
    QMetaObject::invokeMethod(dialog, "open");
    QTRY_VERIFY(dialog->property("opened").toBool());
  };
  open();
  host.key(Qt::Key_Return);  // the first focus
  QTRY_VERIFY(!dialog->property("visible").toBool());
  QCOMPARE(cancelled.count(), 1);
  open();
  host.key(Qt::Key_Escape);
  QTRY_VERIFY(!dialog->property("visible").toBool());
  QCOMPARE(cancelled.count(), 2);
  open();
  host.key(Qt::Key_Tab);
  host.key(Qt::Key_Return);
  QTRY_COMPARE(confirmed.count(), 1);
  QCOMPARE(cancelled.count(), 2);
}

void ControlsTest::integerEditorKeepsWhatIsNoNumber() {
  Host host("IntegerEditor { label: 'Size'; value: 38; from: 15; to: 55 }");
  auto* editor = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy changed(editor, SIGNAL(changed(QVariant)));
  QCOMPARE(editor->property("text").toString(), QStringLiteral("38"));
  editor->forceActiveFocus();
  host.key(Qt::Key_8);
  QCOMPARE(editor->property("text").toString(), QStringLiteral("388"));
  QVERIFY(!editor->property("error").toString().isEmpty());
  QCOMPARE(changed.count(), 0);
  host.key(Qt::Key_Backspace);
  QVERIFY(editor->property("error").toString().isEmpty());
  QCOMPARE(changed.count(), 1);
  host.key(Qt::Key_Backspace);
  host.key(Qt::Key_Backspace);
  QVERIFY(changed.last()[0].isNull());
}

void ControlsTest::dateEditorKnowsTheCalendar() {
  Host host("DateEditor { label: 'Born' }");
  auto* editor = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy changed(editor, SIGNAL(changed(QString)));
  editor->forceActiveFocus();
  host.type("2025-02-30");
  QVERIFY(!editor->property("error").toString().isEmpty());
  QVERIFY(changed.isEmpty() || changed.last()[0].toString() != QStringLiteral("2025-02-30"));
  host.key(Qt::Key_Backspace);
  host.key(Qt::Key_Backspace);
  host.type("28");
  QCOMPARE(changed.last()[0].toString(), QStringLiteral("2025-02-28"));
  QVERIFY(editor->property("error").toString().isEmpty());
}

void ControlsTest::enumEditorShowsTheRecordNotTheTap() {
  Host host(
      "EnumEditor { width: 300; value: 'a'; options: [{value: 'a', text: 'A'}, {value: 'b', text: 'B'}] }");
  auto* editor = qobject_cast<QQuickItem*>(host.root());
  QSignalSpy changed(editor, SIGNAL(changed(QString)));
  host.key(Qt::Key_Tab);
  host.key(Qt::Key_Tab);
  host.key(Qt::Key_Space);
  QCOMPARE(changed.count(), 1);
  QCOMPARE(changed[0][0].toString(), QStringLiteral("b"));
  QCOMPARE(editor->property("value").toString(), QStringLiteral("a"));  // the page has not written it
}

void ControlsTest::wordsEditorAddsAndRemoves() {
  Host host("WordsEditor { width: 300; onChanged: words => value = words }");
  auto* editor = qobject_cast<QQuickItem*>(host.root());
  editor->forceActiveFocus();
  host.type("forest, mist");
  host.key(Qt::Key_Return);
  QCOMPARE(editor->property("value").toStringList(), (QStringList{"forest", "mist"}));
  host.type("mist");
  host.key(Qt::Key_Return);  // a set holds each word once
  QCOMPARE(editor->property("value").toStringList(), (QStringList{"forest", "mist"}));
  QMetaObject::invokeMethod(editor, "remove", Q_ARG(QString, "forest"));
  QCOMPARE(editor->property("value").toStringList(), QStringList{"mist"});
}

void ControlsTest::targetsAreLargeEnough() {
  for (const bool kiosk : {false, true}) {
    Host host(QByteArray("Column { Component.onCompleted: Theme.kiosk = ") + (kiosk ? "true" : "false") +
              "; AppButton { text: 'a' } IconButton { iconName: 'x'; text: 'a' } Chip { text: 'a' } "
              "AppSwitch { text: "
              "'a' } Segment { options: ['a', 'b'] } SearchField {} ListRow { title: 'a' } Rating {} }");
    const int least = kiosk ? 96 : 48;
    for (QQuickItem* item : qobject_cast<QQuickItem*>(host.root())->childItems())
      QVERIFY2(item->height() >= least && item->width() >= least,
               qPrintable(QString("%1: %2 x %3")
                              .arg(item->metaObject()->className())
                              .arg(item->width())
                              .arg(item->height())));
  }
}

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
