// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/talent.hpp"

#include <QCryptographicHash>
#include <QDateTime>

#include "attendance/codes.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"
#include "talent/completeness.hpp"
#include "talent/consent.hpp"
#include "talent/vcard.hpp"

namespace foyer::qt {
namespace {

const schema::Collection& profiles() { return schema::collection("talent_profiles"); }

/// What can't be read as its field's type is left out, as if it were not there yet.
model::Record recordOf(const schema::Collection& collection, const QVariantMap& values) {
  model::Record record(collection, Uuid{}, Uuid{});
  for (const schema::Field& field : collection.fields) {
    const auto value = fromVariant(field, values.value(qstring(field.name)));
    if (value.ok()) record.at(field.name) = *value;
  }
  return record;
}

std::vector<model::Record> actsOf(const QVariantList& acts) {
  std::vector<model::Record> records;
  for (const QVariant& act : acts) records.push_back(recordOf(schema::collection("consents"), act.toMap()));
  return records;
}

QString stateName(talent::ConsentState state) {
  switch (state) {
    case talent::ConsentState::none:
      return QStringLiteral("none");
    case talent::ConsentState::given:
      return QStringLiteral("given");
    case talent::ConsentState::expired:
      return QStringLiteral("expired");
    case talent::ConsentState::withdrawn:
      break;
  }
  return QStringLiteral("withdrawn");
}

std::string today() { return QDate::currentDate().toString(Qt::ISODate).toStdString(); }

}  // namespace

QVariantMap Talent::completeness(const QVariantMap& values, int credits) const {
  const std::string day = today();
  const talent::Completeness found = talent::completeness(recordOf(profiles(), values), {credits, day});
  QVariantList sections;
  for (const auto& section : found.sections) {
    sections.append(QVariantMap{{QStringLiteral("filled"), section.filled},
                                {QStringLiteral("wanted"), section.wanted},
                                {QStringLiteral("done"), section.done()}});
  }
  QVariantList hints;
  for (const talent::Hint& hint : found.hints) {
    hints.append(QVariantMap{{QStringLiteral("section"), hint.section},
                             {QStringLiteral("wanted"), qstring(hint.wanted)}});
  }
  return {{QStringLiteral("percent"), found.percent},
          {QStringLiteral("sections"), sections},
          {QStringLiteral("hints"), hints}};
}

QString Talent::provisionalCode(const QString& recordId) const {
  const Uuid id = uuidOf(recordId);
  return id.isNil() ? QString() : QString::fromStdString(attendance::provisionalCode(id));
}

int Talent::age(const QString& birthDate) const { return talent::ageOn(birthDate.toStdString(), today()); }

bool Talent::minor(const QString& birthDate) const {
  const int years = age(birthDate);
  return years >= 0 && years < talent::kOfAge;
}

QVariantMap Talent::consents(const QVariantList& acts, const QString& profileId) const {
  const auto records = actsOf(acts);
  const std::string day = today();
  QVariantMap found;
  for (const std::string_view purpose : schema::collection("consents").find("purpose")->values) {
    const talent::Consent consent = talent::consentFor(records, uuidOf(profileId), purpose, day);
    QVariantMap one{{QStringLiteral("state"), stateName(consent.state)}};
    if (consent.act) {
      one.insert(QStringLiteral("until"), qstring(consent.act->text("expires_on")));
      one.insert(QStringLiteral("at"),
                 QDateTime::fromMSecsSinceEpoch(talent::instantOf(consent.act->text("acted_at"))));
      one.insert(QStringLiteral("by"), qstring(consent.act->text("signed_by")));
    }
    found.insert(qstring(purpose), one);
  }
  return found;
}

QVariantMap Talent::exports(const QVariantList& acts, const QString& profileId, bool minor) const {
  static constexpr std::pair<talent::ExportPath, const char*> kPaths[] = {
      {talent::ExportPath::contactCard, "contactCard"},
      {talent::ExportPath::compCard, "compCard"},
      {talent::ExportPath::publicPage, "publicPage"}};
  const auto records = actsOf(acts);
  const std::string day = today();
  QVariantMap found;
  for (const auto& [path, name] : kPaths) {
    const talent::ExportAnswer answer = talent::mayExport(path, records, uuidOf(profileId), minor, day);
    QStringList missing;
    for (const std::string_view purpose : answer.missing) missing.append(qstring(purpose));
    found.insert(QString::fromLatin1(name), QVariantMap{{QStringLiteral("allowed"), answer.allowed},
                                                        {QStringLiteral("photos"), answer.photos},
                                                        {QStringLiteral("missing"), missing}});
  }
  return found;
}

QString Talent::vcard(const QVariantMap& values, const QString& code, const QString& country) const {
  const bool child = minor(values.value(QStringLiteral("birth_date")).toString());
  return QString::fromStdString(
      talent::vcardOf(recordOf(profiles(), values), code.toStdString(), country.toStdString(), child));
}

QString Talent::codeText(const QString& scope, const QString& profileId) const {
  return QString::fromStdString(attendance::profileText(uuidOf(scope), uuidOf(profileId)));
}

QString Talent::now() const {
  const QDateTime local = QDateTime::currentDateTime();
  const int minutes = local.offsetFromUtc() / 60;
  const QString clock = local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
  if (minutes == 0) return clock + QStringLiteral("+00:00");
  return clock + QStringLiteral("%1%2:%3")
                     .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                     .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                     .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QString Talent::dayIn(int days) const { return QDate::currentDate().addDays(days).toString(Qt::ISODate); }

QString Talent::textHash(const QString& text) const {
  return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

int Talent::sectionOf(const QString& field) const {
  const schema::Field* declared = profiles().find(field.toStdString());
  return declared ? talent::sectionOf(*declared) : 0;
}

}  // namespace foyer::qt
