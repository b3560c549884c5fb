// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QQmlParserStatus>
#include <QStringList>
#include <QTimer>
#include <QVariantMap>
#include <vector>

#include "base/result.hpp"
#include "qt/drafts.hpp"
#include "store/store.hpp"

namespace foyer::qt {

class Backend;

/// One record being looked at and edited. What a person types is a draft until they pause, leave the page or
/// save(); each drafted field remembers what was shown, and which version of the scope was known, when its
/// editing began, so that a change that arrives meanwhile is merged and never overwritten unseen. What can't
/// be saved stays typed, with its reason; when the page is gone by then, Records.refused() says it. One save
/// is under way at a time. GUI thread.
class RecordForm : public QObject, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString collection READ collection WRITE setCollection NOTIFY subjectChanged)
  Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY subjectChanged)
  Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY subjectChanged)
  Q_PROPERTY(QVariantMap defaults READ defaults WRITE setDefaults NOTIFY subjectChanged)
  Q_PROPERTY(bool exists READ exists NOTIFY changed)
  Q_PROPERTY(bool loading READ loading NOTIFY changed)
  Q_PROPERTY(bool drafted READ drafted NOTIFY changed)
  Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
  Q_PROPERTY(QVariantMap errors READ errors NOTIFY changed)
  Q_PROPERTY(QStringList shows READ shows WRITE setShows NOTIFY changed)
  Q_PROPERTY(QString error READ error NOTIFY changed)
  Q_PROPERTY(QVariantMap marks READ marks NOTIFY changed)
  Q_PROPERTY(qint64 base READ base NOTIFY changed)

 public:
  explicit RecordForm(QObject* parent = nullptr);
  ~RecordForm() override;

  QString collection() const { return m_collection; }
  void setCollection(const QString& name);
  /// Empty for the catalogue: the record is looked for in every scope.
  QString scope() const { return m_scope; }
  void setScope(const QString& scope);
  QString recordId() const { return m_id; }
  void setRecordId(const QString& id);
  /// Written together with the first edit when the record isn't there yet.
  QVariantMap defaults() const { return m_defaults; }
  void setDefaults(const QVariantMap& defaults);

  bool exists() const { return m_exists; }
  bool loading() const { return m_loading; }
  bool drafted() const { return m_drafts.typed(); }
  /// As stored, with the draft on top.
  QVariantMap values() const;
  /// Field → why the draft can't be kept; "" → why none of it can.
  QVariantMap errors() const { return m_errors; }
  /// Fields beside which the page shows their errors.
  QStringList shows() const { return m_shows; }
  void setShows(const QStringList& fields);
  /// A reason that stands beside no field of the page, or "".
  QString error() const;
  /// How much of the scope the shown values know (for Records).
  qint64 base() const { return m_base; }
  /// Field → "wait", "held" or "fork".
  QVariantMap marks() const { return m_marks; }

  /// Keeps a draft and saves it after a pause of 0.7 s.
  Q_INVOKABLE void set(const QString& field, const QVariant& value);
  /// Saves at once.
  Q_INVOKABLE void edit(const QString& field, const QVariant& value);
  Q_INVOKABLE void add(const QString& field, const QString& element);
  Q_INVOKABLE void take(const QString& field, const QString& element);
  Q_INVOKABLE void save();

  void classBegin() override {}
  void componentComplete() override;

 signals:
  void subjectChanged();
  void changed();
  void saved();

 private:
  struct Loaded {
    bool exists = false;
    QVariantMap values;
    QVariantMap marks;
    std::int64_t base = 0;
    QString scope;
  };
  void setSubject(QString& property, const QString& value);
  void reload();
  void show(const Loaded& loaded);
  void onRows(const std::vector<store::Change>& rows);
  void leave();
  void write(const Drafts::Fields& fields);
  void answered(const Drafts::Fields& fields, const Result<void>& written);

  Backend* m_backend = nullptr;  ///< not owned
  const schema::Collection* m_declared = nullptr;
  QString m_collection;
  QString m_scope;
  QString m_id;
  QVariantMap m_defaults;
  QTimer m_pause;
  bool m_complete = false;
  bool m_loading = false;
  bool m_exists = false;
  quint64 m_question = 0;
  std::int64_t m_base = 0;
  QVariantMap m_stored;
  Drafts m_drafts;
  quint64 m_subject = 0;  ///< counts the records this form was for
  int m_underWay = 0;     ///< writes without an answer
  bool m_again = false;   ///< save once they are answered
  QStringList m_shows;
  QVariantMap m_errors;
  QVariantMap m_marks;
};

}  // namespace foyer::qt
