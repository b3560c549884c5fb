// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QHash>
#include <QQmlParserStatus>
#include <QSet>
#include <QStringList>
#include <QVariantMap>
#include <optional>
#include <vector>

#include "qt/drawn.hpp"
#include "qt/row_source.hpp"
#include "store/query.hpp"
#include "store/store.hpp"

namespace foyer::qt {

class Backend;

/// A live list of one collection's records. Reads on the reader thread; content is loaded in blocks as rows
/// are looked at, so that a hundred thousand rows cost their ids only. Follows every change, row by row. GUI
/// thread. Roles: recordId, scope, mark, createdAt, updatedAt, base (for Records) and every field by its
/// name.
class CollectionModel : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString collection READ collection WRITE setCollection NOTIFY questionChanged)
  Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY questionChanged)
  Q_PROPERTY(QVariantMap filter READ filter WRITE setFilter NOTIFY questionChanged)
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY questionChanged)
  Q_PROPERTY(QStringList orderBy READ orderBy WRITE setOrderBy NOTIFY questionChanged)
  Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY questionChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)

 public:
  explicit CollectionModel(QObject* parent = nullptr);

  QString collection() const { return m_collection; }
  void setCollection(const QString& name);
  QString scope() const { return m_scope; }
  void setScope(const QString& scope);
  QVariantMap filter() const { return m_filter; }
  void setFilter(const QVariantMap& filter);
  QString search() const { return m_search; }
  void setSearch(const QString& search);
  QStringList orderBy() const { return m_orderBy; }
  void setOrderBy(const QStringList& fields);
  int limit() const { return m_limit; }
  void setLimit(int limit);
  int count() const { return static_cast<int>(m_ids.size()); }
  bool loading() const { return m_loading; }

  /// All roles of a row as an object; empty outside the list.
  Q_INVOKABLE QVariantMap get(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void questionChanged();
  void countChanged();
  void loadingChanged();

 private:
  struct Answer {
    std::vector<store::RowId> ids;
    std::vector<MarkedRow> rows;  ///< content of the first block and of what changed
  };
  void ask();
  void show(Answer answer, quint64 question);
  void arrange(const std::vector<store::RowId>& ids);
  bool rearrange(const std::vector<store::RowId>& ids, std::size_t first, std::size_t oldEnd,
                 std::size_t newEnd);
  void moveRow(std::size_t from, std::size_t to);
  void keep(const std::vector<MarkedRow>& rows);
  void onRows(const std::vector<store::Change>& rows);
  void load(int row) const;
  std::optional<store::QuerySpec> spec() const;
  template <class T>
  void change(T& property, const T& value);

  Backend* m_backend = nullptr;  ///< not owned
  const schema::Collection* m_declared = nullptr;
  QString m_collection;
  QString m_scope;
  QVariantMap m_filter;
  QString m_search;
  QStringList m_orderBy;
  int m_limit = 0;

  std::vector<store::RowId> m_ids;
  QHash<Uuid, MarkedRow> m_loaded;
  Drawn m_drawn;
  QSet<Uuid> m_changed;        ///< to read again with the next answer
  mutable QSet<int> m_blocks;  ///< blocks on their way
  quint64 m_question = 0;      ///< answers to older questions are dropped
  bool m_complete = false;
  bool m_loading = false;
  bool m_asking = false;
  bool m_again = false;
};

}  // namespace foyer::qt
