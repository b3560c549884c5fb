// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QQmlParserStatus>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>
#include <memory>

#include "store/store.hpp"
#include "tonight/tally.hpp"

namespace foyer::qt {

class Backend;
class TonightLink;

/// The vote of one evening over one list of a family. Votes are kept in the database at once; while `active`
/// they are told to the other tablets on the local network, and theirs are taken in. GUI thread.
class TonightRound : public QObject, public QQmlParserStatus {
  Q_OBJECT
  Q_INTERFACES(QQmlParserStatus)
  QML_ELEMENT
  Q_PROPERTY(QString scope MEMBER m_scope NOTIFY asked)
  Q_PROPERTY(QString listId MEMBER m_list NOTIFY asked)
  Q_PROPERTY(QString evening MEMBER m_evening NOTIFY asked)
  Q_PROPERTY(QString voter READ voter WRITE setVoter NOTIFY changed)
  Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged)
  Q_PROPERTY(bool loading READ loading NOTIFY changed)
  Q_PROPERTY(QVariantList candidates READ candidates NOTIFY changed)
  Q_PROPERTY(QVariantMap mine READ mine NOTIFY changed)
  Q_PROPERTY(QVariantList standings READ standings NOTIFY changed)
  Q_PROPERTY(QVariantMap winner READ winner NOTIFY changed)
  Q_PROPERTY(QStringList voters READ voters NOTIFY changed)
  Q_PROPERTY(int mostMinutes READ mostMinutes WRITE setMostMinutes NOTIFY changed)
  Q_PROPERTY(int age READ age WRITE setAge NOTIFY changed)
  Q_PROPERTY(QString code READ code NOTIFY changed)

 public:
  explicit TonightRound(QObject* parent = nullptr);
  ~TonightRound() override;

  /// Who votes on this tablet now: an account or a child profile.
  QString voter() const { return m_voter; }
  void setVoter(const QString& voter);
  bool active() const { return m_link != nullptr; }
  void setActive(bool active);
  bool loading() const { return m_loading; }
  /// {titleId, title, year, minutes, genres, addedBy}, in the order of the list; without those that are out.
  QVariantList candidates() const;
  /// What the voter said: titleId → "yes", "maybe", "no".
  QVariantMap mine() const;
  /// {titleId, title, year, minutes, yes, maybe, no, out ("", "tooLong", "tooOld")}, the winner first.
  QVariantList standings() const;
  QVariantMap winner() const;  ///< one of the standings, or empty
  QStringList voters() const;
  int mostMinutes() const;  ///< 0: no limit
  void setMostMinutes(int minutes);
  int age() const;  ///< 0: no limit
  void setAge(int years);
  /// What another tablet scans.
  QString code() const;

  Q_INVOKABLE void vote(const QString& titleId, const QString& mark);
  /// A code from another tablet: taken() or refused() follows.
  Q_INVOKABLE void take(const QString& code);

  void classBegin() override {}
  void componentComplete() override;

 signals:
  void asked();
  void changed();
  void activeChanged();
  void taken(bool anythingNew);
  void refused(const QString& message);

 private:
  struct Film {
    tonight::Candidate candidate;
    QVariantMap facts;
  };
  void reload();
  void said();
  void keep();
  void hear(const QByteArray& packet);
  std::vector<tonight::Candidate> all() const;
  QVariantMap worded(const tonight::Standing& standing) const;
  Uuid round() const;

  Backend* m_backend = nullptr;  ///< not owned
  std::unique_ptr<TonightLink> m_link;
  QString m_scope, m_list, m_evening, m_voter;
  std::vector<Film> m_films;
  tonight::Ballots m_ballots;
  bool m_complete = false;
  bool m_loading = true;
};

}  // namespace foyer::qt
