// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every control of the room as a screen reader would: whatever takes the focus has a role, a name and
// the size of a target. The same walk runs over whole sheets of components, so that a control inside another
// is found too.
#include <QAccessible>
#include <QDirIterator>
#include <QTest>

#include "host.hpp"

class AccessibleNamesTest : public QObject {
  Q_OBJECT

 private:
  static void walk(QQuickItem* item, QStringList& faults, int& controls) {
    if (!item->isVisible()) return;
    QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(item);
    const bool takesFocus = item->activeFocusOnTab() && item->isEnabled();
    if (takesFocus) {
      ++controls;
      QString what = item->metaObject()->className();
      for (QQuickItem* above = item->parentItem(); above && above->parentItem(); above = above->parentItem())
        what += QStringLiteral(" < ") + above->metaObject()->className();
      if (!reader || !reader->isValid()) {
        faults.append(what + ": unknown to screen readers");
      } else {
        if (reader->text(QAccessible::Name).trimmed().isEmpty())
          faults.append(what + ": no name, text " + item->property("text").toString() + " echo " +
                        item->property("echoMode").toString());
        if (reader->role() == QAccessible::NoRole || reader->role() == QAccessible::Client)
          faults.append(what + ": no role");
        if (!reader->state().focusable) faults.append(what + ": not focusable");
      }
    }
    for (QQuickItem* child : item->childItems()) walk(child, faults, controls);
  }

 private slots:
  void initTestCase() { QAccessible::setActive(true); }

  void everyControlHasANameAndARole() {
    Host host(R"(Column {
      AppButton { text: "Save" } AppButton { text: "Saving"; loading: true; loadingText: "Sending" }
      IconButton { iconName: "x"; text: "Close" }
      Field { label: "Town" } Field { label: "Password"; password: true } LongField { label: "Note" }
      SearchField { text: "a"; addText: "Add a title" }
      Chip { text: "Drama" } Chip { text: "mist"; removable: true } Segment { name: "Status"; options: ["To watch", "Seen"] }
      AppSwitch { text: "Visible" } Rating { value: 70 }
      ListRow { title: "Paris, Texas"; meta: "1984" } PosterTile { width: 100; titleId: "a"; title: "Stalker"; meta: "1979" }
      SyncPill { text: "2 waiting"; sentence: "Kept on this phone." } SyncPill { compact: true; count: 2; sentence: "2 waiting" }
      Banner { title: "1 to fix"; sentence: "Size"; opens: true } Banner { sentence: "Later"; actionText: "Open" }
      UndoBar { message: "Removed."; open: true }
      EmptyState { width: 400; title: "Nothing yet"; actionText: "Add" }
      AppTabBar { tabs: [{icon: "home", text: "Home", badge: 2}] } NavRail { height: 300; tabs: [{icon: "home", text: "Home"}] }
      PageHeader { back: true; title: "Page" } SectionDisc { number: 3 }
      TextEditor { label: "Name" } LongTextEditor { label: "Note" } IntegerEditor { label: "Size" } BooleanEditor { label: "Licence" }
      DateEditor { label: "Born" } EnumEditor { label: "Eyes"; options: [{value: "a", text: "Brown"}] }
      WordsEditor { label: "Tags"; value: ["mist"] } RatingEditor { label: "My rating"; value: 20 }
    })");
    QStringList faults;
    int controls = 0;
    walk(qobject_cast<QQuickItem*>(host.root()), faults, controls);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    QVERIFY2(controls >= 36, qPrintable(QString::number(controls)));
  }

  void aRowReadsAsOneSentence() {
    Host host(
        R"(Item { ListRow { objectName: "row"; title: "Paris, Texas"; meta: "1984"; syncState: "wait"; stateText: "Waiting" } })");
    QAccessibleInterface* row = QAccessible::queryAccessibleInterface(host.item("row"));
    QCOMPARE(row->text(QAccessible::Name), QStringLiteral("Paris, Texas, 1984, Waiting"));
  }

  void pressingThroughTheScreenReaderClicksOnce() {
    Host host(R"(Item {
      property int count: 0
      AppButton { objectName: "button"; text: "Save"; onClicked: parent.count += 1 }
      ListRow { objectName: "row"; title: "Row"; onClicked: parent.count += 1 }
      Chip { objectName: "chip"; text: "Drama"; onClicked: parent.count += 1 }
      AppSwitch { objectName: "switch"; text: "Visible"; onToggled: parent.count += 1 }
      Banner { objectName: "banner"; sentence: "Open"; opens: true; onActed: parent.count += 1 }
    })");
    int expected = 0;
    for (const char* name : {"button", "row", "chip", "switch", "banner"}) {
      QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(host.item(name));
      QVERIFY2(reader && reader->actionInterface(), name);
      reader->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
      ++expected;
      QVERIFY2(host.root()->property("count").toInt() == expected,
               qPrintable(QString("%1: %2").arg(name).arg(host.root()->property("count").toInt())));
    }
    QVERIFY(host.item("chip")->property("checked").toBool());
    QVERIFY(host.item("switch")->property("checked").toBool());
  }

  void aPasswordIsNamedButNotReadOut() {
    Host host(
        R"(Item { Field { objectName: "field"; label: "Password"; password: true; text: "open sesame now" } })");
    int found = 0;
    for (QQuickItem* item : host.item("field")->findChildren<QQuickItem*>()) {
      QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(item);
      if (!reader) continue;
      if (item->activeFocusOnTab() && reader->text(QAccessible::Name) == QStringLiteral("Password")) ++found;
      QVERIFY2(!reader->text(QAccessible::Value).contains("sesame"),
               qPrintable(
                   QString("%1 %2").arg(item->metaObject()->className()).arg(reader->state().passwordEdit)));
      if (reader->textInterface())
        QVERIFY(
            !reader->textInterface()->text(0, reader->textInterface()->characterCount()).contains("sesame"));
    }
    QCOMPARE(found, 1);
  }

  void statesAreTold() {
    Host host(R"(Item {
      AppSwitch { objectName: "switch"; text: "a"; checked: true }
      Field { objectName: "field"; label: "Size"; text: "388"; error: "Between 15 and 55." }
      AppButton { objectName: "button"; text: "Save"; enabled: false; whyDisabled: "Needs the network." }
    })");
    QVERIFY(QAccessible::queryAccessibleInterface(host.item("switch"))->state().checked);
    QAccessibleInterface* button = QAccessible::queryAccessibleInterface(host.item("button"));
    QCOMPARE(button->text(QAccessible::Description), QStringLiteral("Needs the network."));
    const auto inputs = host.item("field")->findChildren<QQuickItem*>();
    const bool told = std::any_of(inputs.cbegin(), inputs.cend(), [](QQuickItem* item) {
      QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(item);
      return reader && reader->role() == QAccessible::EditableText &&
             reader->text(QAccessible::Description) == QStringLiteral("Between 15 and 55.");
    });
    QVERIFY(told);
  }
};

QTEST_MAIN(AccessibleNamesTest)
#include "accessible_names_test.moc"
