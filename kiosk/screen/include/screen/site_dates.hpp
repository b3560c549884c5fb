// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDate>
#include <QLocale>
#include <QObject>

namespace foyer::kiosk {

/// Days of the site's calendar in words. Days travel as "2026-06-14", because a QML date is an instant and
/// moves with the device's zone.
class SiteDates : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  using QObject::QObject;
  /// In the program's language, e.g. "dddd d MMMM".
  Q_INVOKABLE QString say(const QString& day, const QString& format) const {
    return QLocale().toString(QDate::fromString(day, Qt::ISODate), format);
  }
};

}  // namespace foyer::kiosk
