// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/tonight_round.hpp"

#include <algorithm>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "qt/error_words.hpp"
#include "qt/tonight_link.hpp"
#include "qt/tonight_rows.hpp"
#include "tonight/packet.hpp"

namespace foyer::qt {
namespace {

constexpr const char* kMarks[] = {"no", "maybe", "yes"};
constexpr const char* kOut[] = {"", "tooLong", "tooOld"};

}  // namespace

TonightRound::TonightRound(QObject* parent) : QObject(parent) {}
TonightRound::~TonightRound() = default;

void TonightRound::componentComplete() {
  m_complete = true;
  m_backend = Backend::of(this);
  if (!m_backend) return;
  if (m_voter.isEmpty()) m_voter = qstring(m_backend->identity().account);
  connect(m_backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    for (const store::Change& row : rows) {
      const std::string_view name = row.collection->name;
      if (name == "tonight_rounds" || name == "list_items" || name == "titles") return reload();
    }
  });
  connect(this, &TonightRound::asked, this, &TonightRound::reload);
  reload();
}

Uuid TonightRound::round() const {
  return tonight::roundId(uuidOf(m_scope), uuidOf(m_list), m_evening.toStdString());
}

void TonightRound::reload() {
  if (!m_complete || !m_backend || m_scope.isEmpty() || m_evening.isEmpty()) return;
  m_backend->read(
      this,
      [scope = uuidOf(m_scope), list = uuidOf(m_list), evening = m_evening.toStdString()](
          store::Reader& reader) { return tonightRows(reader, scope, list, evening); },
      [this](TonightRows rows) {
        m_films.clear();
        for (TonightFilm& film : rows.films) m_films.push_back({film.candidate, std::move(film.facts)});
        m_loading = false;
        m_ballots.join(rows.ballots);
        said();
      });
}

std::vector<tonight::Candidate> TonightRound::all() const {
  std::vector<tonight::Candidate> all;
  for (const Film& film : m_films) all.push_back(film.candidate);
  return all;
}

void TonightRound::said() {
  if (m_link && !m_ballots.empty()) {
    const Bytes packet = tonight::packet(m_ballots, uuidOf(m_scope), round());
    m_link->say(
        QByteArray(reinterpret_cast<const char*>(packet.data()), static_cast<qsizetype>(packet.size())));
  }
  emit changed();
}

void TonightRound::keep() {
  said();
  m_backend->work(
      this,
      [scope = uuidOf(m_scope), list = uuidOf(m_list), evening = m_evening.toStdString(),
       account = m_backend->identity().account, ballots = m_ballots](EngineDriver& driver) {
        return keepTonight(driver.store(), scope, list, evening, account, ballots);
      },
      [this](const Result<void>& kept) {
        if (!kept) emit refused(wordsOf(kept.error()));
      });
}

void TonightRound::setVoter(const QString& voter) {
  if (voter == m_voter) return;
  m_voter = voter;
  emit changed();
}

void TonightRound::setActive(bool active) {
  if (active == this->active()) return;
  if (active) {
    m_link = std::make_unique<TonightLink>();
    connect(m_link.get(), &TonightLink::heard, this, &TonightRound::hear);
    said();
  } else {
    m_link.reset();
  }
  emit activeChanged();
}

void TonightRound::vote(const QString& titleId, const QString& mark) {
  for (int i = 0; i < 3; ++i) {
    if (mark == QLatin1String(kMarks[i]))
      m_ballots.cast(uuidOf(m_voter), uuidOf(titleId), static_cast<tonight::Mark>(i));
  }
  keep();
}

int TonightRound::mostMinutes() const { return static_cast<int>(m_ballots.limit(tonight::Limit::minutes)); }
void TonightRound::setMostMinutes(int minutes) {
  if (minutes == mostMinutes()) return;
  m_ballots.limit(tonight::Limit::minutes, minutes);
  keep();
}
int TonightRound::age() const { return static_cast<int>(m_ballots.limit(tonight::Limit::age)); }
void TonightRound::setAge(int years) {
  if (years == age()) return;
  m_ballots.limit(tonight::Limit::age, years);
  keep();
}

// What nobody here can read is somebody else's evening.
void TonightRound::hear(const QByteArray& packet) {
  const std::span bytes(reinterpret_cast<const std::uint8_t*>(packet.constData()),
                        static_cast<std::size_t>(packet.size()));
  const auto votes = tonight::opened(bytes, uuidOf(m_scope), round(), all());
  if (votes && m_ballots.join(*votes)) keep();
}

void TonightRound::take(const QString& code) {
  const auto bytes = tonight::fromCode(code.trimmed().toStdString());
  const auto votes = bytes ? tonight::opened(*bytes, uuidOf(m_scope), round(), all())
                           : Result<tonight::Ballots>(bytes.error());
  if (!votes) {
    emit refused(votes.error().code == Code::notFound
                     ? tr("These votes are for another evening or another list.")
                     : tr("This code holds no votes of this family."));
    return;
  }
  const bool fresh = m_ballots.join(*votes);
  if (fresh) keep();
  emit taken(fresh);
}

QVariantList TonightRound::candidates() const {
  QVariantList list;
  const auto standings = tonight::tally(m_ballots, all(), round());
  for (const Film& film : m_films) {
    const auto it = std::find_if(standings.begin(), standings.end(),
                                 [&](const tonight::Standing& s) { return s.title == film.candidate.title; });
    if (it != standings.end() && it->out == tonight::Out::in) list << film.facts;
  }
  return list;
}

QVariantMap TonightRound::mine() const {
  QVariantMap map;
  for (const Film& film : m_films) {
    if (const auto mark = m_ballots.of(uuidOf(m_voter), film.candidate.title))
      map[qstring(film.candidate.title)] = QString::fromLatin1(kMarks[static_cast<int>(*mark)]);
  }
  return map;
}

QVariantMap TonightRound::worded(const tonight::Standing& standing) const {
  QVariantMap map;
  for (const Film& film : m_films)
    if (film.candidate.title == standing.title) map = film.facts;
  map["yes"] = standing.yes;
  map["maybe"] = standing.maybe;
  map["no"] = standing.no;
  map["out"] = QString::fromLatin1(kOut[static_cast<int>(standing.out)]);
  return map;
}

QVariantList TonightRound::standings() const {
  QVariantList list;
  for (const tonight::Standing& standing : tonight::tally(m_ballots, all(), round()))
    list << worded(standing);
  return list;
}

QVariantMap TonightRound::winner() const {
  const auto standings = tonight::tally(m_ballots, all(), round());
  const tonight::Standing* best = tonight::winner(standings);
  return best ? worded(*best) : QVariantMap();
}

QStringList TonightRound::voters() const {
  QStringList list;
  for (const Uuid& voter : m_ballots.voters()) list << qstring(voter);
  return list;
}

QString TonightRound::code() const {
  if (m_ballots.empty()) return {};
  return QString::fromStdString(tonight::asCode(tonight::packet(m_ballots, uuidOf(m_scope), round())));
}

}  // namespace foyer::qt
