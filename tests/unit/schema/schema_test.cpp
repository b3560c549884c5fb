// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "schema/collections.hpp"
#include "schema/patterns.hpp"
#include "schema/validate.hpp"
#include "schema/well_formed.hpp"

using namespace foyer;
using namespace foyer::schema;

namespace {

const Field& field(std::string_view collectionName, std::string_view name) {
  return *collection(collectionName).find(name);
}

std::string_view problemOf(Field f, Collection c = {}) {
  const Field fields[] = {f};
  c.id = 1;
  c.name = "things";
  c.scopes = only(Scope::person);
  c.fields = fields;
  c.doc = "Things.";
  const Collection all[] = {c};
  return firstProblem(all);
}

}  // namespace

class SchemaTest : public QObject {
  Q_OBJECT

 private slots:
  void listIsFoundByNameAndId() {
    for (const Collection& c : collections()) {
      QCOMPARE(findCollection(c.name), &c);
      QCOMPARE(findCollection(c.id), &c);
      for (const Field& f : c.fields) {
        QCOMPARE(c.find(f.name), &f);
        QCOMPARE(c.findId(f.id), &f);
      }
    }
    QCOMPARE(findCollection("nothing"), nullptr);
    QCOMPARE(findCollection(std::uint16_t{9}), nullptr);
    QVERIFY_EXCEPTION_THROWN(collection("nothing"), std::logic_error);
  }

  void requiredNumbersAreInTheList() {
    QCOMPARE(field("photos", "rating").min, 0);
    QCOMPARE(field("photos", "rating").max, 5);
    QCOMPARE(field("watch_entries", "rating").min, 10);
    QCOMPARE(field("watch_entries", "rating").max, 100);
    QCOMPARE(field("photos", "title").max, 255);
    QCOMPARE(field("authors", "name").max, 255);
    QCOMPARE(field("image_files", "filename").max, 255);
    QCOMPARE(field("import_sessions", "name").max, 255);
    QCOMPARE(field("profiles", "display_name").max, 100);
    QCOMPARE(field("profiles", "username").max, 50);
    QCOMPARE(field("invitations", "email").max, 100);
    const auto states = field("watch_entries", "status").values;
    QVERIFY((std::vector<std::string_view>(states.begin(), states.end()) ==
             std::vector<std::string_view>{"not_watched", "watching", "completed"}));
    QVERIFY((collection("photos").key[0] == "hothash"));
    QCOMPARE(field("talent_profiles", "talent_types").values.size(), std::size_t{13});
  }

  void sensitiveFieldsAreSealed() {
    for (const char* name :
         {"phone", "whatsapp", "address", "document_number", "facebook", "instagram", "linkedin"}) {
      QVERIFY2(field("talent_profiles", name).sensitivity == Sensitivity::sealed, name);
    }
    QVERIFY(field("talent_profiles", "website").sensitivity == Sensitivity::plain);
    QVERIFY(field("talent_profiles", "birth_date").sensitivity == Sensitivity::personal);
  }

  void wrongDeclarationsAreNoticed() {
    const Field good{.id = 1, .name = "label", .max = 10};
    QCOMPARE(problemOf(good), std::string_view{});
    Field f = good;
    f.name = "version";
    QVERIFY(!problemOf(f).empty());
    f.name = "order";
    QVERIFY(!problemOf(f).empty());
    f = good;
    f.max = INT64_MAX;
    QVERIFY(!problemOf(f).empty());
    f = good;
    f.merge = Merge::set;
    QVERIFY(!problemOf(f).empty());
    f = good;
    f.merge = Merge::server;  // but devices write it
    QVERIFY(!problemOf(f).empty());
    f = good;
    f.pattern = "no_such_grammar";
    QVERIFY(!problemOf(f).empty());
    f = {.id = 1, .name = "of", .type = Type::ref, .target = "nowhere"};
    QVERIFY(!problemOf(f).empty());
    f = {.id = 1, .name = "kind", .type = Type::enumeration};
    QVERIFY(!problemOf(f).empty());
    f = {.id = 1, .name = "count", .type = Type::integer};
    QVERIFY(!problemOf(f).empty());
    static constexpr std::string_view kKey[] = {"label"};
    QVERIFY(!problemOf(good, {.key = kKey}).empty());  // a key that may change
    QVERIFY(!problemOf(good, {.facts = true}).empty());
  }

  void grammars_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QStringList>("bad");
    const auto row = [](const char* name, QStringList good, QStringList bad) {
      QTest::newRow(name) << QString(name) << good << bad;
    };
    row("email", {"anna@example.org", "a.b+c@x-y.example.museum", "1@2.fr"},
        {"anna", "@x.org", "a@b", "a..b@x.org", ".a@x.org", "a@-x.org", "a b@x.org", "a@x.org ", "a@1.2.3.4",
         "a@x..org"});
    row("username", {"ab", "a.b_c-d", "Zoe1"}, {"a", "Zoé1", "-ab", "ab.", "a b"});
    row("talent_code", {"MAM0001RAB", "FRN9999XXX"},
        {"MAX0001RAB", "mam0001rab", "MAM001RAB", "MAM00011RAB", "MAM0001RA1"});
    row("cinema_code", {"MACAS00001F"}, {"MACAS0001F", "MACAS00001X", "MACAS000001"});
    row("project_code", {"MAABC001042"}, {"MAABC00104F", "MAABC01042"});
    row("phone", {"+33612345678", "+2125221234"},
        {"0612345678", "+0612345678", "+33 6", "+123456", "+12345678901234567"});
    row("language_tag", {"fr", "ar-MA", "zh-Hant", "zh-Hant-TW", "es-419"},
        {"FR", "french", "fr-ma", "fr-", "-"});
    row("language_level", {"fr:native", "ar-MA:basic"}, {"fr", "fr:", "fr:perfect", ":native"});
    row("country_code", {"FR"}, {"fr", "FRA", "F1"});
    row("currency", {"EUR"}, {"EU", "eur"});
    row("url", {"https://example.org", "http://localhost:9000/a?b#c", "https://x.example/%20"},
        {"ftp://example.org", "https://", "https://a b.org", "javascript:alert(1)", "https://u@h.org",
         "https://x.org/<", "https://x.org:123456/"});
    row("order_key", {"a", "Zz9", "01"}, {"a0", "a-b", "0"});
    row("phash", {"0123456789abcdef"}, {"0123456789ABCDEF", "0123456789abcde"});
    row("uuid", {"01890a5d-ac96-774b-bcce-b302099a8057"},
        {"01890A5D-AC96-774B-BCCE-B302099A8057", "01890a5dac96774bbcceb302099a8057"});
    row("mime", {"image/jpeg", "application/vnd.ms-word+xml"},
        {"image", "image/", "/jpeg", "Image/JPEG", "a/b/c"});
    row("time_zone", {"Africa/Casablanca", "UTC", "America/Argentina/Buenos_Aires"},
        {"casablanca", "Europe/", "Europe//Paris", "../etc/passwd"});
    row("episode", {"S1E1", "S12E305"}, {"S01E1", "1x1", "S1E", "SE1", "S1E1x"});
    row("clock", {"00:00", "23:59"}, {"24:00", "4:00", "04:60"});
    row("hours", {"08:00-18:00"}, {"08:00", "08:00-25:00", "08:00/18:00"});
    row("initials", {"AB", "ABC"}, {"A", "ABCD", "ab"});
    row("slug", {"netflix", "a_b-c.2"}, {"Netflix", "2go", "a b"});
    row("date", {"2024-02-29"}, {"2023-02-29", "2024-13-01", "2024-1-1"});
    row("external_id", {"tt0137523", "movie/550"}, {"a b", "a?b"});
  }

  void grammars() {
    QFETCH(QString, pattern);
    QFETCH(QStringList, good);
    QFETCH(QStringList, bad);
    const std::string name = pattern.toStdString();
    const Field f{.id = 1, .name = "label", .max = 3000, .pattern = name};
    for (const QString& text : good) QVERIFY2(!checkText(f, text.toStdString()), qPrintable(text));
    for (const QString& text : bad) QVERIFY2(checkText(f, text.toStdString()), qPrintable(text));
    QVERIFY(checkText(f, ""));
  }

  void everyGrammarIsFound() {
    for (std::string_view name : kPatternNames) QVERIFY(findPattern(name) != nullptr);
    QCOMPARE(findPattern("nothing"), nullptr);
  }

  void shapes_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QStringList>("bad");
    const auto row = [](const char* name, Type type, QStringList good, QStringList bad) {
      QTest::newRow(name) << static_cast<int>(type) << good << bad;
    };
    row("zoned", Type::zoned,
        {"2026-06-13T20:14:05.000", "2026-06-13T20:14:05.000+02:00", "2026-06-13T20:14:05.999-11:30",
         "2026-06-13T20:14:05.000+00:00"},
        {"2026-06-13T20:14:05Z", "2026-06-13 20:14:05.000", "2026-06-13T20:14:05.000Z",
         "2026-06-13T20:14:60.000", "2026-02-30T20:14:05.000", "2026-06-13T20:14:05.000-00:00",
         "2026-06-13T20:14:05.000+15:00", "2026-06-13T20:14:05.00"});
    row("date", Type::date, {"2026-06-13", "2000-02-29"},
        {"1900-02-29", "0000-01-01", "2026-6-13", "2026-06-31", "2026-06-13 "});
    row("point", Type::point,
        {"48.85661400,2.35222190", "-90.00000000,180.00000000", "0.00000000,-0.00000001"},
        {"48.856614,2.3522219", "90.00000001,0.00000000", "0.00000000,180.00000001",
         "048.85661400,2.35222190", "-0.00000000,0.00000000", "1.00000000", "+1.00000000,2.00000000",
         "1.00000000, 2.00000000"});
    row("amount", Type::amount, {"1250 EUR", "0 XOF", "-5 MAD"},
        {"12.50 EUR", "01 EUR", "-0 EUR", "5 eur", "5EUR", "EUR", "1234567890123456 EUR"});
    row("hash", Type::hash, {QString(64, 'a')}, {QString(64, 'A'), QString(63, 'a'), QString(64, 'g')});
    row("json", Type::json, {"{}", R"({"a":1,"b":[1,-2.5,{"c":null}],"é":"\n"})", R"({"a":"\u0001"})"},
        {"", "[]", "{ }", R"({"b":1,"a":2})", R"({"a":1,"a":2})", R"({"a":1)", R"({"a":01})", R"({"a":tru})",
         R"({"a":"
"})",
         R"({"a":1}x)", R"({'a':1})", R"({"a":.5})", R"({"a":"\u0000"})"});
  }

  void shapes() {
    QFETCH(int, type);
    QFETCH(QStringList, good);
    QFETCH(QStringList, bad);
    const Field f{.id = 1, .name = "label", .type = static_cast<Type>(type), .max = 1000};
    for (const QString& text : good) QVERIFY2(!checkText(f, text.toStdString()), qPrintable(text));
    for (const QString& text : bad) QVERIFY2(checkText(f, text.toStdString()), qPrintable(text));
  }

  void deepJsonIsRefusedNotCrashed() {
    const Field f{.id = 1, .name = "label", .type = Type::json, .max = 1'000'000};
    std::string deep = "{\"a\":";
    for (int i = 0; i < 100'000; ++i) deep += "[";
    QVERIFY(checkText(f, deep));
  }

  void textLimitsCountCodePoints() {
    const Field f{.id = 1, .name = "label", .required = true, .max = 3};
    QVERIFY(!checkText(f, "éàç"));
    QVERIFY(!checkText(f, "東京市"));
    QVERIFY(checkText(f, "abcd"));
    QCOMPARE(checkText(f, "")->field, "label");
    QVERIFY(checkText(f, std::string("a\0b", 3)));
    QVERIFY(checkText(f, "a\x01"));
    QVERIFY(checkText(f, "a\x7F"));
    QVERIFY(checkText(f, "a\xC2\x85"));
    QVERIFY(checkText(f, "a\xFF"));
    QVERIFY(!checkText(f, "a\n\t"));
    const Field atLeast{.id = 1, .name = "label", .min = 2, .max = 3};
    QVERIFY(checkText(atLeast, "a"));
    QVERIFY(!checkText(atLeast, "ab"));
  }

  void setsAndBytes() {
    const Field tags = field("photos", "tags");
    QVERIFY(!checkSetElement(tags, "sea"));
    QVERIFY(checkSetElement(tags, ""));
    QVERIFY(checkSetElement(tags, std::string(65, 'x')));
    QVERIFY(!checkSetSize(tags, 100));
    QVERIFY(checkSetSize(tags, 101));
    QVERIFY(checkSetElement(field("talent_profiles", "talent_types"), "juggler"));
    QVERIFY(!checkBytes(field("photos", "hotpreview"), 65'536));
    QVERIFY(checkBytes(field("photos", "hotpreview"), 65'537));
    QVERIFY(checkInteger(field("watch_entries", "rating"), 9));
    QVERIFY(!checkInteger(field("watch_entries", "rating"), 95));
    QVERIFY(checkInteger(field("photos", "favourite"), 2));
  }
};

QTEST_APPLESS_MAIN(SchemaTest)
#include "schema_test.moc"
