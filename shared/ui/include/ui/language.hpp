// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QStringList>
#include <QTranslator>

class QJSEngine;
class QQmlEngine;

namespace foyer::ui {

/// The language of the program, switched while it runs: installs our translation and lets the engine read all
/// texts again. One per engine, owned by it; GUI thread only. Starts with the system's language when we have
/// it, else English. Whoever wants the choice to last keeps `current` and sets it at the next start.
class Language : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString current READ current WRITE setCurrent NOTIFY changed)
  Q_PROPERTY(QStringList available READ available CONSTANT)

 public:
  explicit Language(QQmlEngine* engine);
  ~Language() override;
  static Language* create(QQmlEngine* engine, QJSEngine* scripts);
  /// The one of this engine, for C++; made at the first call.
  static Language* of(QQmlEngine* engine);

  /// "en" or "fr".
  [[nodiscard]] QString current() const { return m_current; }
  void setCurrent(const QString& code);
  [[nodiscard]] QStringList available() const;
  [[nodiscard]] QLocale locale() const;

  /// "English", "Français": each in its own words.
  Q_INVOKABLE [[nodiscard]] QString nameOf(const QString& code) const;
  /// "06:45" on every clock, in both languages.
  Q_INVOKABLE [[nodiscard]] QString clock(const QDateTime& when) const;
  /// "2 h 27" for lengths; minutes only below an hour: "45 min".
  Q_INVOKABLE [[nodiscard]] QString length(int minutes) const;
  /// "12 June 2025", "12 juin 2025".
  Q_INVOKABLE [[nodiscard]] QString date(const QDate& day) const;
  /// "1 204", "1,204": digits grouped as the language does.
  Q_INVOKABLE [[nodiscard]] QString number(double value, int decimals = 0) const;

 signals:
  void changed();

 private:
  QQmlEngine* m_engine;
  QTranslator m_translator;
  QString m_current;
};

}  // namespace foyer::ui
