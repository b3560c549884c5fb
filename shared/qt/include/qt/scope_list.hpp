// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <vector>

#include "base/uuid.hpp"
#include "sync/status.hpp"

namespace foyer::qt {

class Backend;

/// The spaces of this device and how each stands. Roles: scope, kind, name, state, waiting, held, verifiedAt.
class ScopeList : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { scope = Qt::UserRole + 1, kind, name, state, waiting, held, verifiedAt };

  explicit ScopeList(Backend* backend, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int wanted) const override;
  QHash<int, QByteArray> roleNames() const override;

  void show(const sync::Status& status);

 private:
  void readNames();

  Backend* m_backend;  ///< not owned
  std::vector<sync::ScopeStatus> m_scopes;
  QHash<QString, QString> m_names;
};

}  // namespace foyer::qt
