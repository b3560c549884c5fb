// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/year_in_films.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"
#include "titles/title_index.hpp"

namespace foyer::qt {
namespace {

constexpr std::size_t kBest = 6;
constexpr std::size_t kGenres = 5;

/// What the counting needs of a title, from the catalogue or from what the app carries.
struct Facts {
  std::int64_t minutes = 0;
  std::vector<std::string> genres;
};

class Library {
 public:
  explicit Library(store::Reader& reader) : m_reader(reader) {}

  const Facts& of(const Uuid& title) {
    const auto [at, fresh] = m_known.try_emplace(title);
    if (fresh) at->second = look(title);
    return at->second;
  }

 private:
  Facts look(const Uuid& title) {
    store::QuerySpec spec;
    spec.collection = &schema::collection("titles");
    spec.filters.push_back({"id", store::Filter::Op::equal, {title}});
    spec.limit = 1;
    for (const model::Record& row : m_reader.query(spec)) {
      const auto* genres = std::get_if<model::TextSet>(&row.at("genres"));
      return {row.number("runtime_minutes"), genres ? *genres : model::TextSet()};
    }
    if (const titles::KnownTitle* known = titles::builtInIndex().byId(title))
      return {known->facts.minutes, known->facts.genres};
    return {};
  }

  store::Reader& m_reader;
  std::map<Uuid, Facts> m_known;
};

class Counter {
 public:
  Counter(store::Reader& reader, int year) : m_library(reader), m_year(year), m_months(12, 0) {}

  void add(const model::Record& viewing) {
    const std::string_view day = viewing.text("watched_on");
    if (day.size() < 7) return;
    const int year = std::atoi(std::string(day.substr(0, 4)).c_str());
    m_years.insert(year);
    if (year != m_year) return;
    ++m_numbers.viewings;
    const int month = std::atoi(std::string(day.substr(5, 2)).c_str());
    if (month >= 1 && month <= 12) ++m_months[static_cast<std::size_t>(month - 1)];
    if (viewing.number("rewatch") != 0) ++m_numbers.rewatches;
    const Uuid title = viewing.uuid("title_id");
    if (viewing.text("kind") == "movie") m_films.insert(title);
    if (!viewing.text("episode").empty()) ++m_numbers.episodes;
    const Facts& facts = m_library.of(title);
    m_numbers.minutes += static_cast<int>(facts.minutes);
    for (const std::string& genre : facts.genres) ++m_genres[genre];
    if (const int rating = static_cast<int>(viewing.number("rating")); rating > 0) {
      m_sum += rating;
      ++m_rated;
      Best& best = m_best[title];
      if (rating > best.rating)
        best = {rating, qstring(viewing.text("title")), static_cast<int>(viewing.number("year"))};
    }
  }

  YearInFilms::Numbers numbers() {
    m_numbers.films = static_cast<int>(m_films.size());
    m_numbers.averageRating = m_rated > 0 ? (m_sum + m_rated / 2) / m_rated : 0;
    for (const int count : m_months) m_numbers.months << count;
    for (auto it = m_years.rbegin(); it != m_years.rend(); ++it) m_numbers.years << *it;
    std::vector<std::pair<std::string, int>> genres(m_genres.begin(), m_genres.end());
    std::stable_sort(genres.begin(), genres.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    genres.resize(std::min(genres.size(), kGenres));
    for (const auto& [code, count] : genres)
      m_numbers.genres << QVariantMap{{"code", qstring(code)}, {"count", count}};
    std::vector<std::pair<Uuid, Best>> best(m_best.begin(), m_best.end());
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& a, const auto& b) { return a.second.rating > b.second.rating; });
    best.resize(std::min(best.size(), kBest));
    for (const auto& [title, one] : best)
      m_numbers.best << QVariantMap{
          {"titleId", qstring(title)}, {"title", one.title}, {"year", one.year}, {"rating", one.rating}};
    return std::move(m_numbers);
  }

 private:
  struct Best {
    int rating = 0;
    QString title;
    int year = 0;
  };
  Library m_library;
  int m_year;
  YearInFilms::Numbers m_numbers;
  std::vector<int> m_months;
  std::set<int> m_years;
  std::set<Uuid> m_films;
  std::map<std::string, int> m_genres;
  std::map<Uuid, Best> m_best;
  int m_sum = 0;
  int m_rated = 0;
};

}  // namespace

YearInFilms::YearInFilms(QObject* parent) : QObject(parent) {}

void YearInFilms::componentComplete() {
  m_complete = true;
  m_backend = Backend::of(this);
  if (!m_backend) return;
  connect(m_backend, &Backend::rowsChanged, this, [this](const std::vector<store::Change>& rows) {
    for (const store::Change& row : rows)
      if (row.collection->name == "diary") return recount();
  });
  recount();
}

void YearInFilms::setScope(const QString& scope) {
  if (scope == m_scope) return;
  m_scope = scope;
  emit asked();
  if (m_complete) recount();
}

void YearInFilms::setYear(int year) {
  if (year == m_year) return;
  m_year = year;
  emit asked();
  if (m_complete) recount();
}

void YearInFilms::recount() {
  if (!m_backend) return;
  if (m_asking) {
    m_again = true;
    return;
  }
  m_asking = true;
  m_backend->read(
      this,
      [scope = uuidOf(m_scope), year = m_year](store::Reader& reader) {
        store::QuerySpec spec;
        spec.collection = &schema::collection("diary");
        spec.scope = scope;
        spec.filters.push_back({"profile_id", store::Filter::Op::missing, {}});
        Counter counter(reader, year);
        for (const model::Record& viewing : reader.query(spec)) counter.add(viewing);
        return counter.numbers();
      },
      [this](Numbers numbers) {
        m_asking = false;
        m_loading = false;
        m_numbers = std::move(numbers);
        emit counted();
        if (std::exchange(m_again, false)) recount();
      });
}

}  // namespace foyer::qt
