// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QQmlParserStatus>
#include <QVariantMap>
#include <memory>
#include <vector>

#include "qt/choosing.hpp"
#include "qt/drawn.hpp"

namespace foyer::store {
class Reader;
}

namespace foyer::qt {

class Backend;

/// Open conflicts, newest first: two versions of one value, or a delete that met an edit. Choosing writes the
/// record and closes the card in one transaction. Follows every change. GUI thread.
class ConflictModel : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    conflictId = Qt::UserRole + 1,
    scope,
    collection,
    subjectId,
    recordTitle,
    field,
    lost,
    kept,
    lostBy,
    keptBy,
    lostDevice,
    keptDevice,
    lostMine,
    keptMine,
    lostAt,
    keptAt,
    kind,
    titleId,
    combinable
  };

  explicit ConflictModel(QObject* parent = nullptr);

  /// Only those of one record; empty: all.
  QString recordId() const { return m_recordId; }
  void setRecordId(const QString& id);
  int count() const { return static_cast<int>(m_cards.size()); }

  /// All roles of a row as an object; empty outside the list.
  Q_INVOKABLE QVariantMap get(int row) const;
  /// The version that lost becomes the record's value; where a delete met an edit, the record is deleted.
  Q_INVOKABLE void take(const QString& id);
  /// Undoes a take() of this model: the value of before comes back and the card is open again.
  Q_INVOKABLE void putBack(const QString& id);
  /// Both texts, the kept one first.
  Q_INVOKABLE void keepBoth(const QString& id);
  /// It is fine as it is.
  Q_INVOKABLE void dismiss(const QString& id);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void recordIdChanged();
  void countChanged();
  void refused(const QString& id, const QString& message);

 private:
  struct Card {
    model::Record row;
    std::optional<model::Record> subject;
    QString title;
    QString titleId;
    QString lost;
    QString kept;
    QString lostBy;
    QString keptBy;
    bool combinable = false;
  };
  void reload();
  void show(std::vector<Card> cards);
  void choose(const QString& id, Settlement settlement);
  void settle(const QString& id, const ShownConflict& shown, Settlement settlement);
  static std::vector<Card> read(store::Reader& reader, const Uuid& only);

  Backend* m_backend = nullptr;  ///< not owned
  QString m_recordId;
  std::vector<Card> m_cards;
  Drawn m_drawn;
  QHash<QString, ShownConflict> m_taken;  ///< by conflict: as it was shown when it was taken, for putBack
  bool m_asking = false;
  bool m_again = false;
};

}  // namespace foyer::qt
