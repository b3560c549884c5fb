// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVariantMap>

namespace foyer::qt {

/// What a talent profile means (shared/talent), for pages. Computed on the device, at once. GUI thread.
class Talent : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  explicit Talent(QObject* parent = nullptr) : QObject(parent) {}

  /// `{percent, sections: [{filled, wanted, done}, …nine], hints: [{section, wanted}, …]}` of a profile's
  /// values (RecordForm's `values`, a model's row) with so many listed productions.
  Q_INVOKABLE QVariantMap completeness(const QVariantMap& values, int credits) const;
  /// Shown until the server has given the code; the same for the same record everywhere.
  Q_INVOKABLE QString provisionalCode(const QString& recordId) const;
  /// In whole years today; -1 when unknown. `birthDate` as "2008-02-29".
  Q_INVOKABLE int age(const QString& birthDate) const;
  Q_INVOKABLE bool minor(const QString& birthDate) const;
  /// Purpose → `{state, until, at, by}` of a profile's consents; `state` is "none", "given", "expired" or
  /// "withdrawn". `acts`: rows of `consents`.
  Q_INVOKABLE QVariantMap consents(const QVariantList& acts, const QString& profileId) const;
  /// "contactCard", "compCard", "publicPage" → `{allowed, photos, missing}`: what may leave this device
  /// today.
  Q_INVOKABLE QVariantMap exports(const QVariantList& acts, const QString& profileId, bool minor) const;
  /// The contact card of a profile's values as a vCard.
  Q_INVOKABLE QString vcard(const QVariantMap& values, const QString& code, const QString& country) const;
  /// Text of the QR code that names a profile to Foyer's scanners.
  Q_INVOKABLE QString codeText(const QString& scope, const QString& profileId) const;
  /// Now, with this device's offset, as `acted_at` wants it; and the day so many days from today.
  Q_INVOKABLE QString now() const;
  Q_INVOKABLE QString dayIn(int days) const;
  /// SHA-256 of a text that somebody agrees to.
  Q_INVOKABLE QString textHash(const QString& text) const;
  /// The section that shows a field, 1 to 9; 0 for the profile as a whole.
  Q_INVOKABLE int sectionOf(const QString& field) const;
};

}  // namespace foyer::qt
