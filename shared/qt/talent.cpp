// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/talent.hpp"

#include <QDate>

#include "attendance/codes.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"
#include "talent/completeness.hpp"

namespace foyer::qt {
namespace {

const schema::Collection& profiles() { return schema::collection("talent_profiles"); }

/// What can't be read as its field's type is left out, as if it were not there yet.
model::Record recordOf(const QVariantMap& values) {
  model::Record record(profiles(), Uuid{}, Uuid{});
  for (const schema::Field& field : profiles().fields) {
    const auto value = fromVariant(field, values.value(qstring(field.name)));
    if (value.ok()) record.at(field.name) = *value;
  }
  return record;
}

std::string today() { return QDate::currentDate().toString(Qt::ISODate).toStdString(); }

}  // namespace

QVariantMap Talent::completeness(const QVariantMap& values, int credits) const {
  const std::string day = today();
  const talent::Completeness found = talent::completeness(recordOf(values), {credits, day});
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

int Talent::sectionOf(const QString& field) const {
  const schema::Field* declared = profiles().find(field.toStdString());
  return declared ? talent::sectionOf(*declared) : 0;
}

}  // namespace foyer::qt
