// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

namespace foyer::qt {

/// What pickers offer, out of the packs in the program: there at the first start, without a network or a
/// database. Kinds: "countries", "nationalities", "cities", "languages", "talent_types", "skills". GUI
/// thread.
class ReferenceData : public QObject {
  Q_OBJECT
  QML_NAMED_ELEMENT(Reference)
  QML_SINGLETON

 public:
  explicit ReferenceData(QObject* parent = nullptr) : QObject(parent) {}

  /// Entries as `{code, name, flag, meta, group}` whose name in either language, code or dialling code has
  /// `text` at the beginning of a word, accents and case apart: those whose name begins with it first. Cities
  /// need a country; their code is their name. Without a text cities come largest first, talent types and
  /// skills in the order of their pack, others by name.
  Q_INVOKABLE QVariantList find(const QString& kind, const QString& language, const QString& text = {},
                                const QString& country = {}) const;
  /// The entry's name in "en" or "fr"; the code itself when the packs lack it.
  Q_INVOKABLE QString name(const QString& kind, const QString& code, const QString& language) const;
  /// Of a country code, as two regional letters; empty for none.
  Q_INVOKABLE QString flag(const QString& code) const;
  /// The record of a city in the catalogue, for references to it; empty for a city that the packs lack.
  Q_INVOKABLE QString cityId(const QString& country, const QString& name) const;
  /// The currency of a country, or "".
  Q_INVOKABLE QString currency(const QString& country) const;

  /// A phone number as somebody typed it: `{e164, shown, fault}`. `fault` is "", "no_number", "no_country",
  /// "too_short", "too_long" or "unknown".
  Q_INVOKABLE QVariantMap phone(const QString& typed, const QString& country) const;
  /// An E.164 number with the spaces of its country.
  Q_INVOKABLE QString shownPhone(const QString& e164) const;
};

}  // namespace foyer::qt
