// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "attendance/codes.hpp"
#include "reference/packs.hpp"
#include "schema/collections.hpp"
#include "talent/codes.hpp"
#include "talent/completeness.hpp"
#include "talent/phone.hpp"

using namespace foyer;
using namespace foyer::talent;

class TalentTest : public QObject {
  Q_OBJECT
 private slots:
  void numbersAreReadAsPeopleTypeThem_data();
  void numbersAreReadAsPeopleTypeThem();
  void everyDialCodeIsItsCountrys();
  void codesFollowTheirGrammar();
  void cityLettersArePlain_data();
  void cityLettersArePlain();
  void everyFieldHasItsSection();
  void anEmptyProfileSaysWhatToBeginWith();
  void aFilledProfileIsComplete();
  void eachFieldFilledNeverLowersThePercentage();
  void aMinorNeedsAGuardian();
  void ages();
};

namespace {

constexpr Around kToday{0, "2026-06-13"};

model::Record profile() { return {schema::collection("talent_profiles"), Uuid{}, Uuid{}}; }

model::Record whole() {
  model::Record record = profile();
  for (const char* field : {"first_name", "last_name", "origin_country", "residence_country", "city_name",
                            "clothing_size", "bio", "phone", "eye_colour", "hair_colour", "skin_tone",
                            "build", "experience", "gender", "instagram", "showreel"}) {
    record.at(field) = std::string("x");
  }
  for (const char* field : {"languages", "talent_types", "skills", "nationalities"}) {
    record.at(field) = model::makeSet({"x"});
  }
  for (const char* field : {"height_cm", "shoe_size", "playing_age_min", "playing_age_max"}) {
    record.at(field) = std::int64_t{40};
  }
  for (const char* field : {"portrait", "full_length"}) record.at(field) = Uuid::v7(1);
  record.at("birth_date") = std::string("1990-01-31");
  return record;
}

bool lacks(const Completeness& found, std::string_view wanted) {
  return std::any_of(found.hints.begin(), found.hints.end(),
                     [&](const Hint& hint) { return hint.wanted == wanted; });
}

}  // namespace

void TalentTest::numbersAreReadAsPeopleTypeThem_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("country");
  QTest::addColumn<QString>("e164");
  QTest::addColumn<int>("fault");
  const auto row = [](const char* name, const char* typed, const char* country, const char* e164,
                      PhoneFault fault) {
    QTest::newRow(name) << QString::fromUtf8(typed) << country << e164 << static_cast<int>(fault);
  };
  row("at home", "06 12 34 56 78", "MA", "+212612345678", PhoneFault::none);
  row("with its country", "+33 6 12 34 56 78", "MA", "+33612345678", PhoneFault::none);
  row("with two zeros", "0033612345678", "", "+33612345678", PhoneFault::none);
  row("dots and brackets", "(06)12.34.56.78", "FR", "+33612345678", PhoneFault::none);
  row("Arabic digits", "٠٦١٢٣٤٥٦٧٨", "MA", "+212612345678", PhoneFault::none);
  row("no country", "0612345678", "", "", PhoneFault::noCountry);
  row("a country that is none", "+999 12345678", "", "", PhoneFault::noCountry);
  row("too short", "+33 6 12", "", "", PhoneFault::tooShort);
  row("too long", "+33 6 12 34 56 78 90 12", "", "", PhoneFault::tooLong);
  row("a network nobody has", "+33 0 00 00 00 00", "", "", PhoneFault::unknown);
  row("words", "call me", "MA", "", PhoneFault::noNumber);
  row("nothing", "", "MA", "", PhoneFault::noNumber);
  QTest::newRow("a book") << QString(100'000, '1') << "MA"
                          << "" << static_cast<int>(PhoneFault::tooLong);
}

void TalentTest::numbersAreReadAsPeopleTypeThem() {
  QFETCH(QString, typed);
  QFETCH(QString, country);
  QFETCH(QString, e164);
  QFETCH(int, fault);
  const Phone phone = readPhone(typed.toStdString(), country.toStdString());
  QCOMPARE(QString::fromStdString(phone.e164), e164);
  QCOMPARE(static_cast<int>(phone.fault), fault);
  if (phone.fault != PhoneFault::none) return;
  QCOMPARE(readPhone(shownPhone(phone.e164), "").e164, phone.e164);
  QCOMPARE(countryOfPhone(phone.e164), e164.startsWith("+33") ? std::string("FR") : std::string("MA"));
}

void TalentTest::everyDialCodeIsItsCountrys() {
  // What the pack says and what the library says: a number of the country is read as one.
  for (const char* code : {"MA", "FR", "US", "CI", "SN", "KZ", "VA", "XK"}) {
    QVERIFY2(reference::country(code)->dial.size() >= 2, code);
  }
  QCOMPARE(readPhone("20 7946 0958", "GB").e164.substr(0, 3), std::string(reference::country("GB")->dial));
  QCOMPARE(shownPhone("nonsense"), std::string("nonsense"));
  QCOMPARE(countryOfPhone("nonsense"), std::string());
}

void TalentTest::codesFollowTheirGrammar() {
  const CodeParts first{"MA", "M", "RAB", 1};
  QCOMPARE(*talentCode(first), std::string("MAM0001RAB"));
  QCOMPARE(*cinemaCode(first), std::string("MARAB00001M"));
  const CodeParts last{"CI", "N", cityLetters("Ôumé"), 9'999};
  QCOMPARE(*talentCode(last), std::string("CIN9999OUM"));
  for (const CodeParts& parts : {first, last}) {
    QVERIFY(attendance::codeKind(*talentCode(parts)) == attendance::CodeKind::talent);
    QVERIFY(attendance::codeKind(*cinemaCode(parts)) == attendance::CodeKind::cinema);
  }
  QVERIFY(!talentCode({"MA", "M", "RAB", 10'000}));
  QCOMPARE(*cinemaCode({"MA", "M", "RAB", 10'000}), std::string("MARAB10000M"));
  for (const CodeParts& wrong : {CodeParts{"MA", "M", "RAB", 0}, CodeParts{"MA", "M", "RAB", 100'000},
                                 CodeParts{"", "M", "RAB", 1}, CodeParts{"MA", "", "RAB", 1}}) {
    QVERIFY(!talentCode(wrong) && !cinemaCode(wrong));
  }
}

void TalentTest::cityLettersArePlain_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("letters");
  const auto row = [](const char* name, const char* letters) {
    QTest::newRow(letters) << QString::fromUtf8(name) << letters;
  };
  row("Rabat", "RAB");
  row("Fès", "FES");
  row("N’Djamena", "NDJ");
  row("Ô", "OXX");
  row("Œuilly", "OEU");
  row("Łódź", "LOD");
  row("Þing", "THI");
  row("Ğ x", "GXX");
  row("東京", "XXX");
  row("", "XXX");
  row("Ž", "ZXX");
  row("ÿ", "YXX");
  row("Äß", "ASS");
}

void TalentTest::cityLettersArePlain() {
  QFETCH(QString, name);
  QFETCH(QString, letters);
  if (letters == "XXX") QCOMPARE(cityLetters("\xC3"), std::string("XXX"));
  QCOMPARE(QString::fromStdString(cityLetters(name.toStdString())), letters);
}

void TalentTest::everyFieldHasItsSection() {
  std::array<int, kSections + 1> fields{};
  for (const schema::Field& field : schema::collection("talent_profiles").fields) {
    ++fields.at(static_cast<std::size_t>(sectionOf(field)));
  }
  for (const int count : fields) QVERIFY(count > 1);
  const auto section = [](std::string_view name) {
    return sectionOf(*schema::collection("talent_profiles").find(name));
  };
  QCOMPARE(section("code"), 0);
  QCOMPARE(section("first_name"), 1);
  QCOMPARE(section("guardian_phone"), 1);
  QCOMPARE(section("nationalities"), 2);
  QCOMPARE(section("driving_licences"), 3);
  QCOMPARE(section("accents"), 4);
  QCOMPARE(section("distinctive_marks"), 5);
  QCOMPARE(section("agency"), 6);
  QCOMPARE(section("bio"), 7);
  QCOMPARE(section("snapchat"), 8);
  QCOMPARE(section("showreel"), 9);
}

void TalentTest::anEmptyProfileSaysWhatToBeginWith() {
  const Completeness found = completeness(profile(), kToday);
  QCOMPARE(found.percent, 0);
  QVERIFY(!lacks(found, "guardian"));
  QVERIFY((found.hints.front() == Hint{1, "first_name"}));
  for (int section = 0; section < kSections; ++section) {
    const auto& one = found.sections.at(static_cast<std::size_t>(section));
    QVERIFY2(one.wanted > 0 && !one.done(), qPrintable(QString::number(section + 1)));
  }
  // A hint names a field of its section, or one of the words that the header lists.
  for (const Hint& hint : found.hints) {
    const schema::Field* field = schema::collection("talent_profiles").find(hint.wanted);
    if (field && hint.wanted != "city") QCOMPARE(sectionOf(*field), hint.section);
  }
}

void TalentTest::aFilledProfileIsComplete() {
  const Completeness found = completeness(whole(), kToday);
  QCOMPARE(found.percent, 100);
  QVERIFY(found.hints.empty());
  for (const auto& section : found.sections) QVERIFY(section.done());
  model::Record without = whole();
  without.at("showreel") = model::Value();
  QVERIFY(lacks(completeness(without, kToday), "work"));
  QVERIFY(!lacks(completeness(without, {1, "2026-06-13"}), "work"));
  without.at("phone") = std::string();
  QVERIFY(lacks(completeness(without, kToday), "contact"));
  without.at("email") = std::string("a@example.org");
  QVERIFY(!lacks(completeness(without, kToday), "contact"));
}

void TalentTest::eachFieldFilledNeverLowersThePercentage() {
  const model::Record full = whole();
  model::Record growing = profile();
  int before = completeness(growing, kToday).percent;
  for (std::size_t i = 0; i < full.fields.size(); ++i) {
    growing.fields[i] = full.fields[i];
    const int now = completeness(growing, kToday).percent;
    QVERIFY(now >= before);
    before = now;
  }
  QCOMPARE(before, 100);
}

void TalentTest::aMinorNeedsAGuardian() {
  model::Record child = whole();
  child.at("birth_date") = std::string("2014-06-14");
  QVERIFY(lacks(completeness(child, kToday), "guardian"));
  QVERIFY(!completeness(child, kToday).sections[0].done());
  child.at("guardian_name") = std::string("Leïla");
  QVERIFY(lacks(completeness(child, kToday), "guardian"));
  child.at("guardian_phone") = std::string("+212612345678");
  QCOMPARE(completeness(child, kToday).percent, 100);
  child = whole();
  child.at("birth_date") = std::string("2008-06-13");  // of age today
  QVERIFY(!lacks(completeness(child, kToday), "guardian"));
}

void TalentTest::ages() {
  QCOMPARE(ageOn("2000-06-13", "2026-06-13"), 26);
  QCOMPARE(ageOn("2000-06-14", "2026-06-13"), 25);
  QCOMPARE(ageOn("2008-02-29", "2026-02-28"), 17);
  QCOMPARE(ageOn("2008-02-29", "2026-03-01"), 18);
  QCOMPARE(ageOn("2027-01-01", "2026-06-13"), -1);
  QCOMPARE(ageOn("", "2026-06-13"), -1);
}

QTEST_GUILESS_MAIN(TalentTest)
#include "talent_test.moc"
