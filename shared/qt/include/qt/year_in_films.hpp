// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QQmlParserStatus>
#include <QVariantList>

#include "store/store.hpp"

namespace foyer::qt {

class Backend;

/// What a person watched in one year, counted from the diary on this device. Follows every change. GUI
/// thread; the counting is done on the reader thread.
class YearInFilms : public QObject, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY asked)
  Q_PROPERTY(int year READ year WRITE setYear NOTIFY asked)
  Q_PROPERTY(bool loading READ loading NOTIFY counted)
  Q_PROPERTY(int viewings READ viewings NOTIFY counted)
  Q_PROPERTY(int films READ films NOTIFY counted)
  Q_PROPERTY(int episodes READ episodes NOTIFY counted)
  Q_PROPERTY(int rewatches READ rewatches NOTIFY counted)
  Q_PROPERTY(int minutes READ minutes NOTIFY counted)
  Q_PROPERTY(int averageRating READ averageRating NOTIFY counted)
  Q_PROPERTY(QVariantList months READ months NOTIFY counted)
  Q_PROPERTY(QVariantList genres READ genres NOTIFY counted)
  Q_PROPERTY(QVariantList best READ best NOTIFY counted)
  Q_PROPERTY(QVariantList years READ years NOTIFY counted)

 public:
  struct Numbers {
    int viewings = 0;
    int films = 0;     ///< different titles that are films
    int episodes = 0;  ///< viewings of episodes
    int rewatches = 0;
    int minutes = 0;        ///< of viewings whose running time is known
    int averageRating = 0;  ///< tenths of 1 to 10; 0: nothing rated
    QVariantList months;    ///< viewings of each of the twelve
    QVariantList genres;    ///< {code, count}, most first
    QVariantList best;      ///< {titleId, title, year, rating}, highest first
    QVariantList years;     ///< years with an entry, newest first
  };

  explicit YearInFilms(QObject* parent = nullptr);
  QString scope() const { return m_scope; }
  void setScope(const QString& scope);
  int year() const { return m_year; }
  void setYear(int year);
  bool loading() const { return m_loading; }
  int viewings() const { return m_numbers.viewings; }
  int films() const { return m_numbers.films; }
  int episodes() const { return m_numbers.episodes; }
  int rewatches() const { return m_numbers.rewatches; }
  int minutes() const { return m_numbers.minutes; }
  int averageRating() const { return m_numbers.averageRating; }
  QVariantList months() const { return m_numbers.months; }
  QVariantList genres() const { return m_numbers.genres; }
  QVariantList best() const { return m_numbers.best; }
  QVariantList years() const { return m_numbers.years; }

  void classBegin() override {}
  void componentComplete() override;

 signals:
  void asked();
  void counted();

 private:
  void recount();

  Backend* m_backend = nullptr;  ///< not owned
  QString m_scope;
  int m_year = 0;
  Numbers m_numbers;
  bool m_complete = false;
  bool m_loading = true;
  bool m_asking = false;
  bool m_again = false;
};

}  // namespace foyer::qt
