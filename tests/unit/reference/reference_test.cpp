// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>

#include "parse.hpp"
#include "reference/packs.hpp"
#include "schema/collections.hpp"
#include "schema/validate.hpp"

using namespace foyer;

/// The packs are whole, large enough (X-37, TA-47, TA-53, TA-54) and fit the fields that refer to them.
class ReferenceTest : public QObject {
  Q_OBJECT
 private slots:
  void thePacksAreLargeEnough();
  void codesAreUniqueAndFitTheirFields();
  void everyCityHasACountryAndLettersForACode();
  void everyNationalityIsACountrys();
  void theTalentTypesAreThoseOfTheProfile();
  void flagsAreTwoRegionalLetters();
  void damagedLinesAreRefused();
};

namespace {

const schema::Field& field(std::string_view collection, std::string_view name) {
  return *schema::collection(collection).find(name);
}

/// Whether the text may stand in this field of the catalogue.
bool fits(std::string_view collection, std::string_view name, std::string_view text) {
  return !schema::checkText(field(collection, name), text);
}

}  // namespace

void ReferenceTest::thePacksAreLargeEnough() {
  QVERIFY(reference::countries().size() >= 194);
  QVERIFY(reference::nationalities().size() >= 194);
  QVERIFY(reference::cities().size() >= 1710);
  std::set<std::string_view> withCities;
  for (const auto& city : reference::cities()) withCities.insert(city.country);
  QVERIFY(withCities.size() >= 142);
  QVERIFY(reference::skills().size() >= 50);
  QVERIFY(reference::languages().size() >= 100);
}

void ReferenceTest::codesAreUniqueAndFitTheirFields() {
  std::set<std::string_view> codes;
  for (const auto& one : reference::countries()) {
    QVERIFY2(codes.insert(one.code).second && fits("countries", "code", one.code), one.code.data());
    QVERIFY2(fits("countries", "name", one.name) && fits("countries", "name_fr", one.nameFr),
             one.code.data());
    QVERIFY2(fits("countries", "dial_code", one.dial) && one.dial.starts_with('+'), one.code.data());
    QVERIFY2(fits("countries", "currency", one.currency), one.code.data());
    QCOMPARE(reference::country(one.code), &one);
  }
  codes.clear();
  for (const auto& one : reference::skills()) {
    QVERIFY2(codes.insert(one.code).second && fits("skills", "code", one.code), one.code.data());
    QVERIFY2(!schema::checkSetElement(field("talent_profiles", "skills"), one.code), one.code.data());
    QVERIFY2(fits("skills", "category", one.category), one.code.data());
  }
  codes.clear();
  for (const auto& one : reference::languages()) {
    QVERIFY2(codes.insert(one.tag).second, one.tag.data());
    const std::string spoken = std::string(one.tag) + ":native";
    QVERIFY2(!schema::checkSetElement(field("talent_profiles", "languages"), spoken), spoken.c_str());
  }
  QCOMPARE(reference::country("ZZ"), nullptr);
  QCOMPARE(reference::skill("telepathy"), nullptr);
}

void ReferenceTest::everyCityHasACountryAndLettersForACode() {
  std::set<std::pair<std::string_view, std::string_view>> names;
  for (const auto& city : reference::cities()) {
    QVERIFY2(reference::country(city.country), city.name.data());
    QVERIFY2(names.emplace(city.country, city.name).second, city.name.data());
    QVERIFY2(fits("cities", "name", city.name), city.name.data());
    for (const char c : city.plain) QVERIFY2(c >= ' ' && c <= '~', city.name.data());
    const auto degrees = [&](std::string_view text, double most) {
      bool number = false;
      const double value = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toDouble(&number);
      return number && std::abs(value) <= most;
    };
    QVERIFY2(degrees(city.latitude, 90) && degrees(city.longitude, 180), city.name.data());
  }
  QCOMPARE(reference::city("MA", "Fès")->plain, std::string_view("Fes"));
  QCOMPARE(reference::city("MA", "Paris"), nullptr);
}

void ReferenceTest::everyNationalityIsACountrys() {
  std::set<std::string_view> names;
  for (const auto& one : reference::nationalities()) {
    QVERIFY2(reference::country(one.code), one.code.data());
    QVERIFY2(names.insert(one.name).second, one.name.data());
  }
}

void ReferenceTest::theTalentTypesAreThoseOfTheProfile() {
  std::set<std::string_view> known, declared;
  for (const auto& one : reference::talentTypes()) known.insert(one.code);
  for (const std::string_view word : field("talent_profiles", "talent_types").values) declared.insert(word);
  QCOMPARE(declared.size(), std::size_t{13});
  QVERIFY(known == declared);
}

void ReferenceTest::flagsAreTwoRegionalLetters() {
  QCOMPARE(reference::flag("MA"), std::string("\U0001F1F2\U0001F1E6"));
  QCOMPARE(reference::flag("ZW"), std::string("\U0001F1FF\U0001F1FC"));
  for (const char* wrong : {"", "M", "ma", "MAR", "M\xC3"}) QCOMPARE(reference::flag(wrong), std::string());
}

void ReferenceTest::damagedLinesAreRefused() {
  std::vector<std::string> seen;
  reference::eachRow("# words\n\na\tb\t\nc\td\te", 3, 2,
                     [&](const reference::Cells& cells) { seen.emplace_back(cells[0]); });
  QCOMPARE(seen, (std::vector<std::string>{"a", "c"}));
  const auto read = [](std::string_view pack) { reference::eachRow(pack, 3, 2, [](const auto&) {}); };
  QVERIFY_EXCEPTION_THROWN(read("a\tb"), std::logic_error);
  QVERIFY_EXCEPTION_THROWN(read("a\tb\tc\td"), std::logic_error);
  QVERIFY_EXCEPTION_THROWN(read("a\t\tc"), std::logic_error);
  QVERIFY_EXCEPTION_THROWN(read("a\tb\t\xff"), std::logic_error);
}

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
