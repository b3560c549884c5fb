// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QQmlParserStatus>
#include <QStringList>

namespace foyer::qt {

class Backend;

/// What a library can be filtered by: its cameras and tags, the most used first. Counted when it is made and
/// by reload(). GUI thread.
class PhotoFacets : public QObject, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString scope MEMBER m_scope NOTIFY changed)
  Q_PROPERTY(QStringList cameras READ cameras NOTIFY changed)
  Q_PROPERTY(QStringList tags READ tags NOTIFY changed)

 public:
  using QObject::QObject;
  QStringList cameras() const { return m_cameras; }
  QStringList tags() const { return m_tags; }
  Q_INVOKABLE void reload();
  void classBegin() override {}
  void componentComplete() override { reload(); }

 signals:
  void changed();

 private:
  QString m_scope;
  QStringList m_cameras;
  QStringList m_tags;
};

}  // namespace foyer::qt
