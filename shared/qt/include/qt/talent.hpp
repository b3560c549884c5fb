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
  /// The section that shows a field, 1 to 9; 0 for the profile as a whole.
  Q_INVOKABLE int sectionOf(const QString& field) const;
};

}  // namespace foyer::qt
