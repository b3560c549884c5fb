// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVariantMap>

class QJSEngine;
class QQmlEngine;

namespace foyer::mobile {

/// Files that a talent hands to others, made on the device: the contact card and the comp card. Each asks the
/// consents first, whatever the page has shown (N11). GUI thread.
class TalentExport : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString folder MEMBER m_folder NOTIFY folderChanged)

 public:
  explicit TalentExport(QQmlEngine* engine);
  static TalentExport* create(QQmlEngine* engine, QJSEngine*) { return new TalentExport(engine); }

  /// Writes a file and answers `{path}` or `{error}`: "consent", or "disk" with `detail`. `profile`: `{id,
  /// scope, values, acts, code}`, acts being the rows of `consents`; `country` is a name.
  Q_INVOKABLE QVariantMap contactCard(const QVariantMap& profile, const QString& country);
  /// `layout`: `{title, sections: [{number, color, title, rows: [[label, value], …]}, …], foot}`, in the
  /// reader's words. One page of A5.
  Q_INVOKABLE QVariantMap compCard(const QVariantMap& profile, const QVariantMap& layout);
  /// Hands a file to the program that shows such files.
  Q_INVOKABLE bool show(const QString& path) const;

 signals:
  void folderChanged();

 private:
  QString freeName(const QString& name, const QString& ending) const;

  QQmlEngine* m_engine;  ///< not owned
  QString m_folder;
};

}  // namespace foyer::mobile
