// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;

/// The titles that the app itself carries: what a page shows as long as no catalogue has come from a server.
/// Maps have the names of the fields of `titles`, and `recordId`. Stateless; one per engine, owned by it; GUI
/// thread.
class Titles : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  explicit Titles(Backend* backend, QObject* parent = nullptr);
  static Titles* create(QQmlEngine* engine, QJSEngine* scripts);

  /// What is known of a title; empty when it is not among them.
  Q_INVOKABLE QVariantMap facts(const QString& titleId) const;
  /// Titles that fit what was typed, best first.
  Q_INVOKABLE QVariantList search(const QString& text, int most) const;
};

}  // namespace foyer::qt
