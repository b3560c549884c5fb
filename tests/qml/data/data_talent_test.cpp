// SPDX-License-Identifier: GPL-3.0-or-later
#include <QQmlExtensionPlugin>

#include "attendance/codes.hpp"
#include "data_host.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)

using namespace foyer;
using namespace foyer::test;

/// What pickers and the talent form ask: the reference data and the rules of a profile.
class DataTalentTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<DataHost> m_host;

  QStringList names(const QByteArray& found) {
    return m_host->eval(found + ".map(one => one.name)").toStringList();
  }

 private slots:
  void initTestCase() { m_host = std::make_unique<DataHost>(); }
  void cleanupTestCase() { m_host.reset(); }

  void pickersKnowEveryCountryAtTheFirstStart() {
    QVERIFY(m_host->eval("Reference.find('countries', 'en').length").toInt() >= 194);
    QCOMPARE(names("Reference.find('countries', 'fr', 'maro')").first(), QString("Maroc"));
    QCOMPARE(m_host->eval("Reference.find('countries', 'fr', 'maro')[0].flag").toString(),
             QString::fromUtf8("\U0001F1F2\U0001F1E6"));
  }

  void searchKnowsNoAccentsNoCaseAndBothLanguages() {
    for (const char* typed : {"cote", "CÔTE D'", "ivoire", "+225"}) {
      const QStringList found = names("Reference.find('countries', 'en', \"" + QByteArray(typed) + "\")");
      QVERIFY2(found.join(' ').contains("Ivoire"), typed);
    }
    QCOMPARE(names("Reference.find('languages', 'fr', 'darija')"),
             QStringList(QString::fromUtf8("arabe marocain (darija)")));
    QVERIFY(names("Reference.find('countries', 'en', 'qqq')").isEmpty());
    // The middle of a word is no beginning of one.
    QVERIFY(!names("Reference.find('countries', 'en', 'ance')").contains("France"));
  }

  void whatBeginsWithTheWordsComesFirst() {
    const QStringList found = names("Reference.find('countries', 'en', 'united')");
    QVERIFY(found.size() >= 3);
    QVERIFY(found.first().startsWith("United"));
    const QStringList guinea = names("Reference.find('countries', 'en', 'guinea')");
    QCOMPARE(guinea.first(), QString("Guinea"));
    QVERIFY(guinea.contains("Equatorial Guinea"));
  }

  void citiesAreThoseOfTheCountryLargestFirst() {
    QCOMPARE(names("Reference.find('cities', 'fr', '', 'MA')").first(), QString("Casablanca"));
    QCOMPARE(names("Reference.find('cities', 'fr', 'fes', 'MA')"), QStringList(QString::fromUtf8("Fès")));
    QVERIFY(names("Reference.find('cities', 'fr', '', '')").isEmpty());
    QVERIFY(!m_host->eval("Reference.cityId('MA', 'Rabat')").toString().isEmpty());
    QVERIFY(m_host->eval("Reference.cityId('MA', 'Atlantis')").toString().isEmpty());
  }

  void talentTypesKeepTheirOrder() {
    const QStringList all = names("Reference.find('talent_types', 'en')");
    QCOMPARE(all.size(), 13);
    QCOMPARE(all.first(), QString("Lead actor"));
    QCOMPARE(all.last(), QString("Other"));
  }

  void phoneNumbersHaveOneForm() {
    const auto phone = [this](const QByteArray& typed, const QByteArray& country) {
      return m_host->eval("Reference.phone('" + typed + "', '" + country + "')").toMap();
    };
    QCOMPARE(phone("06 12 34 56 78", "MA")["e164"].toString(), QString("+212612345678"));
    QCOMPARE(phone("06 12 34 56 78", "MA")["fault"].toString(), QString());
    QCOMPARE(phone("06 12", "MA")["fault"].toString(), QString("too_short"));
    QCOMPARE(phone("0612345678", "")["fault"].toString(), QString("no_country"));
    QCOMPARE(m_host->eval("Reference.shownPhone('')").toString(), QString());
  }

  void completenessFollowsWhatIsTyped() {
    const QVariantMap none = m_host->eval("Talent.completeness({}, 0)").toMap();
    QCOMPARE(none["percent"].toInt(), 0);
    QCOMPARE(none["sections"].toList().size(), 9);
    QCOMPARE(none["hints"].toList().first().toMap()["wanted"].toString(), QString("first_name"));
    const QVariantMap some =
        m_host->eval("Talent.completeness({ first_name: 'A', last_name: 'B', height_cm: 172 }, 0)").toMap();
    QVERIFY(some["percent"].toInt() > 0);
    // What is no value of its field yet counts for nothing and breaks nothing.
    QCOMPARE(m_host->eval("Talent.completeness({ height_cm: 'tall' }, 0)").toMap()["percent"].toInt(), 0);
    QCOMPARE(m_host->eval("Talent.sectionOf('shoe_size')").toInt(), 5);
    QCOMPARE(m_host->eval("Talent.sectionOf('no such field')").toInt(), 0);
  }

  void everyDeviceShowsTheSameProvisionalCode() {
    const Uuid id = Uuid::v7(7);
    const QString code =
        m_host->eval("Talent.provisionalCode('" + QByteArray::fromStdString(id.str()) + "')").toString();
    QCOMPARE(code.toStdString(), attendance::provisionalCode(id));
    QVERIFY(m_host->eval("Talent.provisionalCode('')").toString().isEmpty());
    QVERIFY(m_host->eval("Talent.minor('2999-01-01')").toBool() == false);
    QVERIFY(m_host->eval("Talent.age('1990-01-01')").toInt() >= 36);
  }
};

QTEST_MAIN(DataTalentTest)
#include "data_talent_test.moc"
