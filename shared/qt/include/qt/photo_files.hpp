// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QQmlParserStatus>
#include <vector>

#include "model/record.hpp"
#include "store/store.hpp"

namespace foyer::qt {

class Backend;

/// The files of one photo, the master first, with what only this device knows: whether the original lies
/// here. Roles: recordId, filename, kind, role, bytes, state ("missing", "stored", "verified", ""), here,
/// folder, exif (text of JSON), canSeparate. GUI thread.
class PhotoFiles : public QAbstractListModel, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY changed)
  Q_PROPERTY(QString photo READ photo WRITE setPhoto NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY listed)
  /// EXIF of the master as a map from tag to text.
  Q_PROPERTY(QVariantMap exif READ exif NOTIFY listed)

 public:
  explicit PhotoFiles(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  QString scope() const { return m_scope; }
  void setScope(const QString& scope);
  QString photo() const { return m_photo; }
  void setPhoto(const QString& photo);
  int count() const { return static_cast<int>(m_files.size()); }
  QVariantMap exif() const;

  /// A file that joined the photo becomes one of its own again; separated() or refused() follows.
  Q_INVOKABLE void separate(const QString& fileId);
  /// Takes separate() back: the file joins this photo again, and the other one goes.
  Q_INVOKABLE void join(const QString& fileId, const QString& other);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  void classBegin() override {}
  void componentComplete() override;

 signals:
  void changed();
  void listed();
  void separated(const QString& fileId, const QString& photo);
  void refused(const QString& message);

 private:
  struct File {
    model::Record record;
    QString folder;  ///< where the original lies; empty: not here
    bool here = false;
  };
  void ask();
  Backend* m_backend = nullptr;  ///< not owned
  QString m_scope;
  QString m_photo;
  std::vector<File> m_files;
};

}  // namespace foyer::qt
