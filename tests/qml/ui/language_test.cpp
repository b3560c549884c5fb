// SPDX-License-Identifier: GPL-3.0-or-later
// The language changes while the program runs, with plurals, dates and lengths.
#include "ui/language.hpp"

#include <QDate>
#include <QSignalSpy>
#include <QTest>

#include "host.hpp"

using foyer::ui::Language;

class LanguageTest : public QObject {
  Q_OBJECT

 private slots:
  void textsFollowTheLanguage() {
    Host host("Item { Rating { objectName: 'rating' } Field { objectName: 'field'; status: 'pending' } }");
    Language* language = Language::of(&host.engine());
    language->setCurrent("en");
    QCOMPARE(host.item("rating")->property("words").toString(), QStringLiteral("Not rated yet"));
    QSignalSpy changed(language, &Language::changed);
    language->setCurrent("fr");
    QCOMPARE(changed.count(), 1);
    QCOMPARE(host.item("rating")->property("words").toString(), QStringLiteral("Pas encore noté"));
    QCOMPARE(host.item("field")->property("shownLine").toString(), QStringLiteral("Gardé ici, à envoyer"));
    language->setCurrent("xx");  // a language that we don't have changes nothing
    QCOMPARE(language->current(), QStringLiteral("fr"));
    language->setCurrent("en");
    QCOMPARE(host.item("rating")->property("words").toString(), QStringLiteral("Not rated yet"));
  }

  void qmlSeesTheSameObject() {
    Host host(
        "Item { property string current: Language.current; Component.onCompleted: Language.current = 'fr' }");
    QCOMPARE(Language::of(&host.engine())->current(), QStringLiteral("fr"));
    QCOMPARE(host.root()->property("current").toString(), QStringLiteral("fr"));
  }

  void lengthsAndDates() {
    QQmlEngine engine;
    Language* language = Language::of(&engine);
    language->setCurrent("fr");
    QCOMPARE(language->length(147), QStringLiteral("2 h 27").replace(' ', QChar(0x202f)));
    QCOMPARE(language->length(45), QStringLiteral("45 min").replace(' ', QChar(0x202f)));
    QCOMPARE(language->length(120), QStringLiteral("2 h").replace(' ', QChar(0x202f)));
    QCOMPARE(language->date(QDate(2025, 6, 12)), QStringLiteral("12 juin 2025"));
    language->setCurrent("en");
    QCOMPARE(language->date(QDate(2025, 6, 12)), QStringLiteral("12 June 2025"));
    QCOMPARE(language->clock(QDateTime(QDate(2025, 6, 12), QTime(6, 45))), QStringLiteral("06:45"));
    QCOMPARE(language->number(1204), QStringLiteral("1,204"));
  }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
