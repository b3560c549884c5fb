// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QHash>
#include <QQmlParserStatus>
#include <QSet>
#include <QTimer>
#include <QVariantMap>
#include <vector>

#include "qt/photo_days.hpp"
#include "qt/photo_query.hpp"
#include "store/reader.hpp"

namespace foyer::qt {

class Backend;

/// Photos by day for a view of rows: each row is the heading of a day or a strip of at most `columns` tiles.
/// A hundred thousand photos cost their ids and days; what a tile shows is read when its row is looked at.
/// Keeps its rows in place while photos come and go. Holds the selection. GUI thread.
class PhotoGrid : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY questionChanged)
  /// What is shown: search, minRating, pick, favourite, camera, tag, from, to, album, session.
  Q_PROPERTY(QVariantMap filter READ filter WRITE setFilter NOTIFY questionChanged)
  Q_PROPERTY(int columns READ columns WRITE setColumns NOTIFY columnsChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)
  Q_PROPERTY(int selected READ selected NOTIFY selectionChanged)

 public:
  explicit PhotoGrid(QObject* parent = nullptr);

  QString scope() const { return m_scope; }
  void setScope(const QString& scope);
  QVariantMap filter() const { return m_filter; }
  void setFilter(const QVariantMap& filter);
  int columns() const { return m_columns; }
  void setColumns(int columns);
  int count() const { return static_cast<int>(m_days.photos().size()); }
  bool loading() const { return m_loading; }
  int selected() const { return static_cast<int>(m_selected.size()); }

  /// By place in the order of the photos; empty outside it.
  Q_INVOKABLE QString idAt(int index) const;
  Q_INVOKABLE int indexOf(const QString& id) const;
  Q_INVOKABLE int rowOf(int index) const { return m_days.rowOf(index); }
  /// "2026-06" of the day at a row, for the handle beside a moving list; empty without a date.
  Q_INVOKABLE QString monthAt(int row) const;

  Q_INVOKABLE void toggle(int index);
  Q_INVOKABLE void selectTo(int index);  ///< everything from the last one that was toggled
  Q_INVOKABLE void selectDay(int row);
  Q_INVOKABLE void selectAll();
  Q_INVOKABLE void clearSelection();
  Q_INVOKABLE QStringList selectedIds() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void questionChanged();
  void columnsChanged();
  void countChanged();
  void loadingChanged();
  void selectionChanged();

 private:
  void ask();
  void show(std::vector<PhotoPlace> photos);
  void follow(const PhotoDays& next);
  void onRows(const std::vector<store::Change>& rows);
  void load(int first) const;
  void keepSelection();
  void redraw(int first, int last);
  QVariantMap tile(int index) const;
  QVariantList tiles(const PhotoDays::Row& row) const;

  Backend* m_backend = nullptr;  ///< not owned
  QString m_scope;
  QVariantMap m_filter;
  int m_columns = 3;
  PhotoDays m_days;
  QHash<Uuid, PhotoFace> m_faces;  ///< what tiles show, as far as it was read
  mutable QSet<int> m_blocks;      ///< on their way
  QSet<Uuid> m_selected;
  int m_anchor = -1;
  int m_rows = -1;  ///< while rows are announced one after the other; else as m_days says
  QTimer m_soon;    ///< changes that come thick are read together
  quint64 m_question = 0;
  bool m_complete = false;
  bool m_loading = false;
  bool m_asking = false;
  bool m_again = false;
};

}  // namespace foyer::qt
