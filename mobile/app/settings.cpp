// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.hpp"

#include <QQmlEngine>
#include <QStringList>

namespace foyer::mobile {
namespace {

constexpr char kProperty[] = "foyerSettingsFile";

}  // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_file(file, QSettings::IniFormat) {}

Settings* Settings::create(QQmlEngine* engine, QJSEngine*) { return new Settings(engine->property(kProperty).toString()); }

void Settings::useFile(QQmlEngine& engine, const QString& file) { engine.setProperty(kProperty, file); }

QString Settings::scheme() const {
  const QString kept = text("scheme");
  return QStringList{QStringLiteral("light"), QStringLiteral("dark")}.contains(kept) ? kept : QStringLiteral("system");
}

void Settings::put(const char* key, const QVariant& value) {
  if (m_file.value(QLatin1String(key)) == value) return;
  m_file.setValue(QLatin1String(key), value);
  emit changed();
}

}  // namespace foyer::mobile
