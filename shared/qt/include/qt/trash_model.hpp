// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDateTime>
#include <QQmlParserStatus>
#include <vector>

#include "qt/drawn.hpp"
#include "store/store.hpp"

namespace foyer::qt {

class Backend;

/// What people deleted and can have back, newest first. Roles: recordId, scope, collection, title, titleId,
/// deletedAt, base (for Records). Follows every change. GUI thread.
class TrashModel : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(bool loading READ loading NOTIFY countChanged)

 public:
  enum Role { recordId = Qt::UserRole + 1, scope, collection, title, titleId, deletedAt, base };

  explicit TrashModel(QObject* parent = nullptr);
  int count() const { return static_cast<int>(m_rows.size()); }
  bool loading() const { return m_loading; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void countChanged();

 private:
  struct Row {
    const schema::Collection* collection = nullptr;
    Uuid scope;
    Uuid id;
    QString title;
    QString titleId;
    std::int64_t deletedMs = 0;
    std::int64_t version = 0;
  };
  void reload();
  void show(std::vector<Row> rows);

  Backend* m_backend = nullptr;  ///< not owned
  std::vector<Row> m_rows;
  Drawn m_drawn;
  bool m_loading = true;
  bool m_asking = false;
  bool m_again = false;
};

}  // namespace foyer::qt
