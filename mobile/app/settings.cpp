// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.hpp"

#include <QQmlEngine>
#include <QStringList>

namespace foyer::mobile {
namespace {

constexpr char kProperty[] = "foyerSettings";

}  // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), m_file(file, QSettings::IniFormat) {}

void Settings::install(QQmlEngine& engine) {
  engine.setProperty(kProperty, QVariant::fromValue<QObject*>(this));
}

Settings* Settings::create(QQmlEngine* engine, QJSEngine*) {
  auto* settings = qobject_cast<Settings*>(engine->property(kProperty).value<QObject*>());
  QJSEngine::setObjectOwnership(settings, QJSEngine::CppOwnership);
  return settings;
}

QString Settings::scheme() const {
  const QString kept = text("scheme");
  return QStringList{QStringLiteral("light"), QStringLiteral("dark")}.contains(kept)
             ? kept
             : QStringLiteral("system");
}

void Settings::put(const char* key, const QVariant& value) {
  if (m_file.value(QLatin1String(key)) == value) return;
  m_file.setValue(QLatin1String(key), value);
  emit changed();
}

}  // namespace foyer::mobile
