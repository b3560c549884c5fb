// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QVariantMap>
#include <vector>

#include "base/uuid.hpp"
#include "sync/status.hpp"

namespace foyer::qt {

class Backend;

/// The spaces of this device and how each stands. Roles: scope, kind, name, state, waiting, held, conflicts,
/// verifiedAt, verifiedVersion, version, behind (versions that are not here yet; -1: nobody has said so far),
/// rowsLoaded (of the pass that isn't finished), rowsExpected (of a first sync, about; 0: not known),
/// secondsLeft (of it; 0: not known), known (to the server), why and whyText (the last error: code and
/// sentence), nextTryAt.
class ScopeList : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    scope = Qt::UserRole + 1,
    kind,
    name,
    state,
    waiting,
    held,
    conflicts,
    verifiedAt,
    verifiedVersion,
    version,
    behind,
    rowsLoaded,
    rowsExpected,
    secondsLeft,
    known,
    why,
    whyText,
    nextTryAt
  };

  explicit ScopeList(Backend* backend, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int wanted) const override;
  /// All roles of one space as an object; empty when there is no such space.
  QVariantMap of(const QString& scopeId) const;
  QHash<int, QByteArray> roleNames() const override;

  void show(const sync::Status& status);

 private:
  void readNames();

  Backend* m_backend;  ///< not owned
  std::vector<sync::ScopeStatus> m_scopes;
  QHash<QString, QString> m_names;
};

}  // namespace foyer::qt
