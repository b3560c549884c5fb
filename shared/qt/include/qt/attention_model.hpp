// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QQmlParserStatus>
#include <QVariant>
#include <optional>
#include <set>
#include <vector>

#include "store/store.hpp"

namespace foyer::qt {

class Backend;

/// Changes the server did not accept, one row each; what depends on one waits behind it. Nothing leaves the
/// list by itself. Reads and writes on the worker thread, follows every change. GUI thread.
class AttentionModel : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    localId = Qt::UserRole + 1,
    collection,
    recordId,
    scope,
    title,
    field,
    value,
    reason,
    waitingBehind,
    heldAt
  };

  explicit AttentionModel(QObject* parent = nullptr);
  int count() const { return static_cast<int>(m_items.size()); }

  /// Queues the change and what waits behind it again, as it is.
  Q_INVOKABLE void retry(qint64 id);
  /// The same with another value of one field. What is still wrong comes as refused().
  Q_INVOKABLE void correct(qint64 id, const QString& fieldName, const QVariant& newValue);
  /// Gives up the change and what waits behind it; the server's version is shown.
  Q_INVOKABLE void discard(qint64 id);
  /// Undoes a discard, for 30 days.
  Q_INVOKABLE void putBack(qint64 id);
  /// The change and what waits behind it as readable JSON, to be kept elsewhere: comes as exported().
  Q_INVOKABLE void exportText(qint64 id);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void countChanged();
  void refused(qint64 id, const QString& fieldName, const QString& message);
  void exported(qint64 id, const QString& text);

 private:
  struct Item {
    store::HeldItem held;
    QString title;
  };
  /// What the store has when it is something else, or whatever it is: titles come from rows.
  enum class When : std::uint8_t { changed, always };
  void reload(When when);
  bool shows(const std::vector<store::Change>& rows) const;
  void show(std::vector<Item> items);
  const Item* find(qint64 id) const;
  void settle(qint64 id, std::function<Result<void>(store::Store&)> what);

  Backend* m_backend = nullptr;  ///< not owned
  std::vector<Item> m_items;
  std::set<Uuid> m_records;      ///< that m_items are about
  std::int64_t m_revision = -1;  ///< of the store, as shown
  bool m_asking = false;
  std::optional<When> m_again;
};

}  // namespace foyer::qt
