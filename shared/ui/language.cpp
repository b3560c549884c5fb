// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.hpp"

#include <QCoreApplication>
#include <QQmlEngine>

namespace foyer::ui {

Language::Language(QQmlEngine* engine) : m_engine(engine) {
  const QString system = QLocale::system().name().left(2);
  setCurrent(available().contains(system) ? system : QStringLiteral("en"));
}

Language::~Language() {
  if (QCoreApplication::instance()) QCoreApplication::removeTranslator(&m_translator);
}

Language* Language::create(QQmlEngine* engine, QJSEngine* /*scripts*/) { return of(engine); }

Language* Language::of(QQmlEngine* engine) {
  auto* language = engine->findChild<Language*>(QString(), Qt::FindDirectChildrenOnly);
  if (!language) {
    language = new Language(engine);
    language->setParent(engine);
    QJSEngine::setObjectOwnership(language, QJSEngine::CppOwnership);
  }
  return language;
}

void Language::setCurrent(const QString& code) {
  if (code == m_current || !available().contains(code)) return;
  QCoreApplication::removeTranslator(&m_translator);
  if (m_translator.load(QStringLiteral(":/foyer/i18n/foyer_%1.qm").arg(code)))
    QCoreApplication::installTranslator(&m_translator);
  m_current = code;
  QLocale::setDefault(locale());
  if (m_engine) m_engine->retranslate();
  emit changed();
}

QStringList Language::available() const { return {QStringLiteral("en"), QStringLiteral("fr")}; }

QLocale Language::locale() const {
  return m_current == QStringLiteral("fr") ? QLocale(QLocale::French, QLocale::France)
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString Language::nameOf(const QString& code) const {
  return code == QStringLiteral("fr") ? QStringLiteral("Français") : QStringLiteral("English");
}

QString Language::clock(const QDateTime& when) const { return when.toString(QStringLiteral("HH:mm")); }

QString Language::length(int minutes) const {
  const QChar thin(0x202f);
  if (minutes < 60) return QStringLiteral("%1%2min").arg(minutes).arg(thin);
  if (minutes % 60 == 0) return QStringLiteral("%1%2h").arg(minutes / 60).arg(thin);
  return QStringLiteral("%1%2h%2%3").arg(minutes / 60).arg(thin).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString Language::date(const QDate& day) const {
  return locale().toString(day, QStringLiteral("d MMMM yyyy"));
}

QString Language::number(double value, int decimals) const { return locale().toString(value, 'f', decimals); }

}  // namespace foyer::ui
