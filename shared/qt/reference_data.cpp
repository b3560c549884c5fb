// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/reference_data.hpp"

#include <QCollator>
#include <algorithm>
#include <vector>

#include "crypto/derived_id.hpp"
#include "qt/convert.hpp"
#include "reference/packs.hpp"
#include "talent/phone.hpp"

namespace foyer::qt {
namespace {

/// One line of a picker, in both languages.
struct Entry {
  QString code, name, nameFr, flag, meta, group;
  QString searched;  ///< folded, words after single spaces, begins with one
};

/// Without accents and case: what a person types on any keyboard.
QString folded(const QString& text) {
  QString plain;
  for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
    if (c.isMark()) continue;
    plain += c.isLetterOrNumber() || c == QLatin1Char('+') ? c.toCaseFolded() : QLatin1Char(' ');
  }
  return plain.simplified();
}

Entry entry(std::string_view code, std::string_view name, std::string_view nameFr) {
  Entry out;
  out.code = qstring(code);
  out.name = qstring(name);
  out.nameFr = qstring(nameFr);
  return out;
}

void makeSearchable(Entry& entry, const QString& extra) {
  for (const QString& part : {entry.name, entry.nameFr, entry.code, extra}) {
    if (!part.isEmpty()) entry.searched += QLatin1Char(' ') + folded(part);
  }
}

std::vector<Entry> countryEntries() {
  std::vector<Entry> all;
  for (const auto& country : reference::countries()) {
    Entry one = entry(country.code, country.name, country.nameFr);
    one.flag = QString::fromStdString(reference::flag(country.code));
    one.meta = qstring(country.dial);
    makeSearchable(one, one.meta);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Entry> nationalityEntries() {
  std::vector<Entry> all;
  for (const auto& nationality : reference::nationalities()) {
    Entry one = entry(nationality.code, nationality.name, nationality.nameFr);
    one.flag = QString::fromStdString(reference::flag(nationality.code));
    const reference::Country* country = reference::country(nationality.code);
    makeSearchable(one, qstring(country->name) + QLatin1Char(' ') + qstring(country->nameFr));
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Entry> languageEntries() {
  std::vector<Entry> all;
  for (const auto& language : reference::languages()) {
    all.push_back(entry(language.tag, language.name, language.nameFr));
    makeSearchable(all.back(), {});
  }
  return all;
}

std::vector<Entry> wordEntries(const std::vector<reference::Word>& words) {
  std::vector<Entry> all;
  for (const auto& word : words) {
    all.push_back(entry(word.code, word.name, word.nameFr));
    all.back().group = qstring(word.category);
    makeSearchable(all.back(), {});
  }
  return all;
}

std::vector<Entry> citiesOf(const QString& country) {
  std::vector<Entry> all;
  const std::string code = country.toStdString();
  for (const auto& city : reference::cities()) {
    if (city.country != code) continue;
    all.push_back(entry(city.name, city.name, city.name));
    makeSearchable(all.back(), qstring(city.plain));
  }
  return all;
}

const std::vector<Entry>& entriesOf(const QString& kind) {
  static const std::vector<Entry> kNone;
  static const std::vector<Entry> kCountries = countryEntries();
  static const std::vector<Entry> kNationalities = nationalityEntries();
  static const std::vector<Entry> kLanguages = languageEntries();
  static const std::vector<Entry> kTalentTypes = wordEntries(reference::talentTypes());
  static const std::vector<Entry> kSkills = wordEntries(reference::skills());
  if (kind == QLatin1String("countries")) return kCountries;
  if (kind == QLatin1String("nationalities")) return kNationalities;
  if (kind == QLatin1String("languages")) return kLanguages;
  if (kind == QLatin1String("talent_types")) return kTalentTypes;
  if (kind == QLatin1String("skills")) return kSkills;
  return kNone;
}

const QString& nameIn(const Entry& entry, const QString& language) {
  return language == QLatin1String("fr") ? entry.nameFr : entry.name;
}

QVariantMap shown(const Entry& entry, const QString& language) {
  return {{QStringLiteral("code"), entry.code},
          {QStringLiteral("name"), nameIn(entry, language)},
          {QStringLiteral("flag"), entry.flag},
          {QStringLiteral("meta"), entry.meta},
          {QStringLiteral("group"), entry.group}};
}

QString faultName(talent::PhoneFault fault) {
  switch (fault) {
    case talent::PhoneFault::none:
      return {};
    case talent::PhoneFault::noNumber:
      return QStringLiteral("no_number");
    case talent::PhoneFault::noCountry:
      return QStringLiteral("no_country");
    case talent::PhoneFault::tooShort:
      return QStringLiteral("too_short");
    case talent::PhoneFault::tooLong:
      return QStringLiteral("too_long");
    case talent::PhoneFault::unknown:
      break;
  }
  return QStringLiteral("unknown");
}

}  // namespace

QVariantList ReferenceData::find(const QString& kind, const QString& language, const QString& text,
                                 const QString& country) const {
  const bool cities = kind == QLatin1String("cities");
  const std::vector<Entry> local = cities ? citiesOf(country) : std::vector<Entry>();
  const std::vector<Entry>& all = cities ? local : entriesOf(kind);
  const QString wanted = folded(text);

  std::vector<const Entry*> found;
  for (const Entry& one : all) {
    if (wanted.isEmpty() || one.searched.contains(QLatin1Char(' ') + wanted)) found.push_back(&one);
  }
  const bool ranked = cities || kind == QLatin1String("talent_types") || kind == QLatin1String("skills");
  if (!ranked || !wanted.isEmpty()) {
    QCollator order{QLocale(language)};
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(found, [&](const Entry* a, const Entry* b) {
      const bool first = folded(nameIn(*a, language)).startsWith(wanted);
      const bool second = folded(nameIn(*b, language)).startsWith(wanted);
      if (first != second) return first;
      return order.compare(nameIn(*a, language), nameIn(*b, language)) < 0;
    });
  }
  QVariantList out;
  for (const Entry* one : found) out.append(shown(*one, language));
  return out;
}

QString ReferenceData::name(const QString& kind, const QString& code, const QString& language) const {
  const auto& all = entriesOf(kind);
  const auto it = std::ranges::find(all, code, &Entry::code);
  return it == all.end() ? code : nameIn(*it, language);
}

QString ReferenceData::flag(const QString& code) const {
  return QString::fromStdString(reference::flag(code.toStdString()));
}

QString ReferenceData::cityId(const QString& country, const QString& name) const {
  const std::string code = country.toStdString();
  const std::string city = name.toStdString();
  if (!reference::city(code, city)) return {};
  const Uuid scope = crypto::derivedId(Uuid{}, "catalog", {"reference"});
  const std::string home = crypto::derivedId(scope, "countries", {code}).str();
  return qstring(crypto::derivedId(scope, "cities", {home, city}));
}

QString ReferenceData::currency(const QString& country) const {
  const reference::Country* found = reference::country(country.toStdString());
  return found ? qstring(found->currency) : QString();
}

QVariantMap ReferenceData::phone(const QString& typed, const QString& country) const {
  const talent::Phone read = talent::readPhone(typed.toStdString(), country.toStdString());
  const QString e164 = QString::fromStdString(read.e164);
  return {{QStringLiteral("e164"), e164},
          {QStringLiteral("shown"), shownPhone(e164)},
          {QStringLiteral("fault"), faultName(read.fault)}};
}

QString ReferenceData::shownPhone(const QString& e164) const {
  return e164.isEmpty() ? QString() : QString::fromStdString(talent::shownPhone(e164.toStdString()));
}

}  // namespace foyer::qt
