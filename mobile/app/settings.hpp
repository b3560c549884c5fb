// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSettings>
#include <QString>

class QJSEngine;
class QQmlEngine;

namespace foyer::mobile {

/// How this device shows Foyer: language, colours, motion. Kept in a file of the data folder, never synced.
/// Owned by the program; GUI thread.
class Settings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
  Q_PROPERTY(QString scheme READ scheme WRITE setScheme NOTIFY changed)
  Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed)
  Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
  Q_PROPERTY(bool started READ started WRITE setStarted NOTIFY changed)

 public:
  explicit Settings(const QString& file, QObject* parent = nullptr);
  static Settings* create(QQmlEngine* engine, QJSEngine* scripts);
  /// Makes this the engine's instance; call before loading QML. The engine doesn't own it.
  void install(QQmlEngine& engine);

  /// "en", "fr", or "" for the system's.
  QString language() const { return text("language"); }
  void setLanguage(const QString& code) { put("language", code); }
  /// "system", "light" or "dark".
  QString scheme() const;
  void setScheme(const QString& scheme) { put("scheme", scheme); }
  bool highContrast() const { return flag("highContrast"); }
  void setHighContrast(bool on) { put("highContrast", on); }
  bool reducedMotion() const { return flag("reducedMotion"); }
  void setReducedMotion(bool on) { put("reducedMotion", on); }
  /// The person chose to begin without an account.
  bool started() const { return flag("started"); }
  void setStarted(bool on) { put("started", on); }

 signals:
  void changed();

 private:
  QString text(const char* key) const { return m_file.value(QLatin1String(key)).toString(); }
  bool flag(const char* key) const { return m_file.value(QLatin1String(key)).toBool(); }
  void put(const char* key, const QVariant& value);

  QSettings m_file;
};

}  // namespace foyer::mobile
