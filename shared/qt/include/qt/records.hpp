// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include "base/error.hpp"

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;
struct WriteRequest;

/// Writing records from pages. Every call returns at once; the write is durable before any model shows it,
/// and a refusal comes as a signal. One per engine, owned by it; GUI thread.
class Records : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  explicit Records(Backend* backend, QObject* parent = nullptr);
  static Records* create(QQmlEngine* engine, QJSEngine* scripts);

  Q_INVOKABLE QString newId() const;
  /// Of a title that is in no catalogue: the same for the same words, year (or undefined) and kind.
  Q_INVOKABLE QString ownTitleId(const QString& scope, const QString& title, const QVariant& year,
                                 const QString& kind) const;
  /// The id that a record with these key fields has, wherever it is made.
  Q_INVOKABLE QString idFor(const QString& collection, const QString& scope, const QVariantMap& key) const;
  /// Writes a new record, or `values` on top of the one with the same natural key, which keeps what it has in
  /// the `defaults`. Returns its id.
  Q_INVOKABLE QString create(const QString& collection, const QString& scope, const QVariantMap& values,
                             const QVariantMap& defaults = {});
  /// A head record and the scope it makes; returns the scope.
  Q_INVOKABLE QString newScope(const QString& collection, const QVariantMap& values);
  // `base`: how much of the scope the page had shown when somebody chose this (role `base` of a row,
  // RecordForm's `base`), for an undo too. What came in since is not overwritten unseen (law 2).
  Q_INVOKABLE void edit(const QString& collection, const QString& scope, const QString& id,
                        const QVariantMap& values, qint64 base);
  Q_INVOKABLE void addTo(const QString& collection, const QString& scope, const QString& id,
                         const QString& field, const QString& element, qint64 base);
  Q_INVOKABLE void takeFrom(const QString& collection, const QString& scope, const QString& id,
                            const QString& field, const QString& element, qint64 base);
  Q_INVOKABLE void remove(const QString& collection, const QString& scope, const QString& id, qint64 base);
  Q_INVOKABLE void restore(const QString& collection, const QString& scope, const QString& id, qint64 base);

 signals:
  void refused(const QString& collection, const QString& id, const QString& field, const QString& message);

 private:
  void write(const WriteRequest& request);

  Backend* m_backend;  ///< not owned
};

}  // namespace foyer::qt
