// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QStringList>
#include <QVariantMap>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "base/uuid.hpp"
#include "store/store.hpp"

class QJSEngine;
class QQmlEngine;

namespace foyer::qt {

class Backend;

/// The same change to many records of one scope: one transaction, one undo. Every call returns at once;
/// done() or refused() follows. Records that are gone meanwhile are left out. One per engine, owned by it;
/// GUI thread.
class Batch : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  explicit Batch(Backend* backend, QObject* parent = nullptr) : QObject(parent), m_backend(backend) {}
  static Batch* create(QQmlEngine* engine, QJSEngine* scripts);

  /// Each returns the number by which done() tells of it.
  Q_INVOKABLE int edit(const QString& collection, const QString& scope, const QStringList& ids,
                       const QVariantMap& values);
  Q_INVOKABLE int addTo(const QString& collection, const QString& scope, const QStringList& ids,
                        const QString& field, const QString& element);
  Q_INVOKABLE int takeFrom(const QString& collection, const QString& scope, const QStringList& ids,
                           const QString& field, const QString& element);
  Q_INVOKABLE int remove(const QString& collection, const QString& scope, const QStringList& ids);
  /// One new record per entry; what is there already is left out.
  Q_INVOKABLE int create(const QString& collection, const QString& scope, const QVariantList& records);
  /// Takes back what done() told of, as far as nobody changed it since. Once.
  Q_INVOKABLE void undo(int number);

 signals:
  void done(int number, int count);
  void undone(int number, int count);
  void refused(int number, const QString& message);

 private:
  /// Edits that take a batch back.
  using Back = std::vector<store::Edit>;
  /// What one record needs, and what takes it back; nothing when it needs nothing.
  using Plan = std::function<bool(store::Store&, const Uuid&, store::Edit&, store::Edit& back)>;
  int run(const QString& collection, const QString& scope, const QStringList& ids, Plan plan);

  Backend* m_backend;  ///< not owned
  int m_last = 0;
  std::map<int, std::shared_ptr<Back>> m_back;  ///< the newest few
};

}  // namespace foyer::qt
