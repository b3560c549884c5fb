// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "model/order_key.hpp"

namespace foyer::mobile {

/// Keys of places in a list, for pages: see model/order_key.hpp.
class OrderKey : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  using QObject::QObject;
  Q_INVOKABLE static QString between(const QString& low, const QString& high) {
    return QString::fromStdString(model::orderBetween(low.toStdString(), high.toStdString()));
  }
  Q_INVOKABLE static QString after(const QString& low) { return between(low, {}); }
};

}  // namespace foyer::mobile
