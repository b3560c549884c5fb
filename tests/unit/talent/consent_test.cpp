// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "talent/consent.hpp"
#include "talent/vcard.hpp"

using namespace foyer;
using namespace foyer::talent;

/// N11: consent travels and bites. Every way out of a profile × every state of what it needs.
class ConsentTest : public QObject {
  Q_OBJECT
 private slots:
  void theLatestActDecides();
  void ofTwoAtOnceTheWithdrawalWins();
  void aConsentHoldsOnItsLastDay();
  void othersConsentsAreTheirs();
  void everyPathObeys_data();
  void everyPathObeys();
  void aMinorHasNoPublicPage();
  void photosNeedTheirOwnConsent();
  void everyPurposeIsDeclared();
  void aCardIsEscapedAndFolded();
  void aMinorsCardNamesTheGuardian();
};

namespace {

constexpr std::string_view kToday = "2026-06-13";

struct Acts {
  Uuid profile = Uuid::v7(1);
  std::vector<model::Record> all;

  void act(std::string_view purpose, std::string_view what,
           std::string_view at = "2026-01-01T10:00:00.000+01:00", std::string_view until = {}) {
    model::Record record(schema::collection("consents"), Uuid{}, Uuid::v7(2));
    record.at("subject_id") = profile;
    record.at("purpose") = std::string(purpose);
    record.at("act") = std::string(what);
    record.at("acted_at") = std::string(at);
    if (!until.empty()) record.at("expires_on") = std::string(until);
    all.push_back(std::move(record));
  }
  ConsentState state(std::string_view purpose) const {
    return consentFor(all, profile, purpose, kToday).state;
  }
  ExportAnswer may(ExportPath path, bool minor = false) const {
    return mayExport(path, all, profile, minor, kToday);
  }
};

}  // namespace

void ConsentTest::theLatestActDecides() {
  Acts acts;
  QVERIFY(acts.state("casting") == ConsentState::none);
  acts.act("casting", "given", "2026-01-01T10:00:00.000+01:00");
  QVERIFY(acts.state("casting") == ConsentState::given);
  acts.act("casting", "withdrawn", "2026-01-01T09:30:00.000+00:00");  // half an hour later, elsewhere
  QVERIFY(acts.state("casting") == ConsentState::withdrawn);
  acts.act("casting", "given", "2026-01-01T09:10:00.000");  // UTC, between the two
  QVERIFY(acts.state("casting") == ConsentState::withdrawn);
  acts.act("casting", "given", "2026-02-01T10:00:00.000-05:00");
  QVERIFY(acts.state("casting") == ConsentState::given);
  std::reverse(acts.all.begin(), acts.all.end());
  QVERIFY(acts.state("casting") == ConsentState::given);
}

void ConsentTest::ofTwoAtOnceTheWithdrawalWins() {
  Acts acts;
  acts.act("casting", "withdrawn");
  acts.act("casting", "given");
  QVERIFY(acts.state("casting") == ConsentState::withdrawn);
  std::reverse(acts.all.begin(), acts.all.end());
  QVERIFY(acts.state("casting") == ConsentState::withdrawn);
}

void ConsentTest::aConsentHoldsOnItsLastDay() {
  Acts acts;
  acts.act("casting", "given", "2026-01-01T10:00:00.000", "2026-06-13");
  QVERIFY(acts.state("casting") == ConsentState::given);
  acts.all[0].at("expires_on") = std::string("2026-06-12");
  QVERIFY(acts.state("casting") == ConsentState::expired);
}

void ConsentTest::othersConsentsAreTheirs() {
  Acts acts;
  acts.act("casting", "given");
  acts.profile = Uuid::v7(9);
  QVERIFY(acts.state("casting") == ConsentState::none);
}

void ConsentTest::everyPathObeys_data() {
  QTest::addColumn<int>("path");
  QTest::addColumn<QByteArray>("purpose");
  QTest::addColumn<QByteArray>("state");
  static constexpr std::pair<ExportPath, const char*> kPaths[] = {{ExportPath::contactCard, "profile"},
                                                                  {ExportPath::compCard, "casting"},
                                                                  {ExportPath::publicPage, "public_page"},
                                                                  {ExportPath::castingSearch, "casting"},
                                                                  {ExportPath::gateFace, "face_at_gate"}};
  for (const auto& [path, purpose] : kPaths) {
    for (const char* state : {"none", "given", "expired", "withdrawn", "other"}) {
      QTest::addRow("%d %s", static_cast<int>(path), state)
          << static_cast<int>(path) << QByteArray(purpose) << QByteArray(state);
    }
  }
}

void ConsentTest::everyPathObeys() {
  QFETCH(int, path);
  QFETCH(QByteArray, purpose);
  QFETCH(QByteArray, state);
  const auto needed = purpose.toStdString();
  Acts acts;
  if (state == "given") acts.act(needed, "given");
  if (state == "expired") acts.act(needed, "given", "2025-01-01T10:00:00.000", "2026-01-01");
  if (state == "withdrawn")
    acts.act(needed, "given"), acts.act(needed, "withdrawn", "2026-03-01T10:00:00.000");
  if (state == "other") acts.act("attendance", "given");
  const ExportAnswer answer = acts.may(static_cast<ExportPath>(path));
  QCOMPARE(answer.allowed, state == "given");
  QCOMPARE(answer.missing.empty(), state == "given");
  if (state != "given") QCOMPARE(std::string(answer.missing.front()), needed);
  // A child's needs the guardian's consent besides.
  QVERIFY(!acts.may(static_cast<ExportPath>(path), true).allowed);
}

void ConsentTest::aMinorHasNoPublicPage() {
  Acts acts;
  for (const char* purpose : {"public_page", "casting", "minor"}) acts.act(purpose, "given");
  QVERIFY(acts.may(ExportPath::compCard, true).allowed);
  QVERIFY(!acts.may(ExportPath::publicPage, true).allowed);
  QVERIFY(acts.may(ExportPath::publicPage, false).allowed);
}

void ConsentTest::photosNeedTheirOwnConsent() {
  Acts acts;
  acts.act("casting", "given");
  QVERIFY(acts.may(ExportPath::compCard).allowed && !acts.may(ExportPath::compCard).photos);
  acts.act("image_rights", "given", "2026-01-01T10:00:00.000", "2026-06-13");
  QVERIFY(acts.may(ExportPath::compCard).photos);
  acts.act("image_rights", "withdrawn", "2026-02-01T10:00:00.000");
  QVERIFY(!acts.may(ExportPath::compCard).photos);
}

void ConsentTest::everyPurposeIsDeclared() {
  const schema::Field& purpose = *schema::collection("consents").find("purpose");
  for (const ExportPath path : {ExportPath::contactCard, ExportPath::compCard, ExportPath::publicPage,
                                ExportPath::castingSearch, ExportPath::gateFace}) {
    for (const std::string_view missing : Acts().may(path, true).missing) {
      QVERIFY2(!schema::checkText(purpose, missing), missing.data());
    }
  }
  QCOMPARE(instantOf("1970-01-01T01:00:00.500+01:00"), std::int64_t{500});
  QVERIFY(instantOf("yesterday") < 0);
}

void ConsentTest::aCardIsEscapedAndFolded() {
  model::Record profile(schema::collection("talent_profiles"), Uuid{}, Uuid{});
  profile.at("first_name") = std::string("In\\ès; la, voix\n");
  profile.at("last_name") = std::string(40, 'x') + "éééééééééééééééééééééééé";
  profile.at("phone") = std::string("+33612345678");
  profile.at("whatsapp") = std::string("+33612345678");
  profile.at("city_name") = std::string("Marseille");
  profile.at("address") = std::string("12 rue des Lilas");
  profile.at("birth_date") = std::string("1996-05-02");
  profile.at("document_number") = std::string("X123");
  const QByteArray card = QByteArray::fromStdString(vcardOf(profile, "MAF0001RAB", "France", false));
  QVERIFY(card.startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n"));
  QVERIFY(card.endsWith("END:VCARD\r\n"));
  for (const QByteArray& line : card.split('\n')) {
    QVERIFY(line.size() <= 76);
    QVERIFY(QString::fromUtf8(line).toUtf8() == line);  // no character is cut
  }
  const QByteArray whole = QByteArray(card).replace("\r\n ", "");
  QVERIFY(whole.contains(QByteArray("N:") + QByteArray(40, 'x') +
                         "éééééééééééééééééééééééé;In\\\\ès\\; la\\, voix\\n;;;\r\n"));
  QCOMPARE(whole.count("TEL;"), 1);
  QVERIFY(whole.contains("ADR:;;;Marseille;;;France\r\n"));
  QVERIFY(whole.contains("NOTE:Foyer MAF0001RAB\r\n"));
  for (const char* secret : {"Lilas", "1996", "X123"}) QVERIFY2(!whole.contains(secret), secret);
}

void ConsentTest::aMinorsCardNamesTheGuardian() {
  model::Record profile(schema::collection("talent_profiles"), Uuid{}, Uuid{});
  profile.at("first_name") = std::string("Noé");
  profile.at("last_name") = std::string("Carpentier");
  profile.at("phone") = std::string("+33611111111");
  profile.at("email") = std::string("noe@example.org");
  profile.at("guardian_name") = std::string("Inès Carpentier");
  profile.at("guardian_phone") = std::string("+33622222222");
  const QByteArray card = QByteArray::fromStdString(vcardOf(profile, "", "", true));
  QVERIFY(card.contains("TEL;TYPE=voice:+33622222222"));
  QVERIFY(!card.contains("+33611111111") && !card.contains("noe@"));
}

QTEST_GUILESS_MAIN(ConsentTest)
#include "consent_test.moc"
