// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalog/imdb_files.hpp"

#include <algorithm>
#include <charconv>
#include <queue>
#include <unordered_map>

#include "base/text.hpp"
#include "lines_of.hpp"
#include "schema/collections.hpp"
#include "schema/validate.hpp"
#include "titles/title_index.hpp"

namespace foyer::server {
namespace {

constexpr std::uint32_t kHighest = 100'000'000;  ///< numbers of titles; today's have eight digits
constexpr std::size_t kDamagedNamed = 20;

constexpr std::string_view kBasics =
    "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres";
constexpr std::string_view kRatings = "tconst\taverageRating\tnumVotes";

enum Column { kConst, kType, kTitle, kOriginal, kAdult, kStart, kEnd, kMinutes, kGenres, kBasicsColumns };

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

template <class Number>
std::optional<Number> whole(std::string_view text) {
  Number out{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

/// "tt0137523" → 137523.
std::optional<std::uint32_t> numberOf(std::string_view name) {
  if (!name.starts_with("tt")) return std::nullopt;
  const auto number = whole<std::uint32_t>(name.substr(2));
  return number && *number < kHighest ? number : std::nullopt;
}

/// "movie", "tv" or nothing for what is not taken.
std::string_view kindOf(std::string_view type) {
  if (type == "movie" || type == "tvMovie" || type == "short") return "movie";
  if (type == "tvSeries" || type == "tvMiniSeries") return "tv";
  return {};
}

std::string genreOf(std::string_view name) {
  if (name == "Sci-Fi") return "science_fiction";
  if (name == "Reality-TV") return "reality";
  std::string code;
  for (const char c : name)
    code += c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return code;
}

bool isWanted(const std::vector<std::string_view>& cells) {
  return !kindOf(cells[kType]).empty() && cells[kAdult] == "0";
}

bool fits(std::string_view collection, std::string_view field, std::string_view text) {
  return !schema::checkText(*schema::collection(collection).find(field), text);
}

class Reading {
 public:
  explicit Reading(std::size_t most) : m_most(most) {}

  Result<ImdbTitles> take(const std::vector<std::string>& files) {
    std::vector<std::string> basics, ratings;
    for (const std::string& file : files) {
      LinesOf lines(file);
      if (!lines.isOpen()) return Error{Code::notFound, "file", "Can't read " + file + "."};
      const auto header = lines.next();
      if (header && *header == kBasics)
        basics.push_back(file);
      else if (header && *header == kRatings)
        ratings.push_back(file);
      else
        return Error{Code::unsupported, "file", file + " is neither title.basics nor title.ratings of IMDb."};
    }
    if (basics.empty()) return Error{Code::unsupported, "file", "A file of title.basics is needed."};
    if (!ratings.empty()) {
      for (const std::string& file : basics) note(file);
      for (const std::string& file : ratings) rate(file);
      choose();
    }
    for (const std::string& file : basics) collect(file, !ratings.empty());
    return std::move(m_out);
  }

 private:
  struct Rated {
    std::uint32_t number = 0;
    std::int64_t votes = 0;
    std::int64_t score = 0;  ///< tenths of 10
    bool operator>(const Rated& other) const {
      return votes != other.votes ? votes > other.votes : number < other.number;
    }
  };

  template <class Take>
  void each(const std::string& file, std::size_t columns, bool counts, const Take& take) {
    LinesOf lines(file);
    lines.next();
    while (const auto line = lines.next()) {
      if (counts) ++m_out.lines;
      const std::vector<std::string_view> cells = split(*line, '\t');
      const bool sound = cells.size() == columns && isUtf8(*line) && numberOf(cells[kConst]) && take(cells);
      if (sound || !counts) continue;
      ++m_out.damaged;
      if (m_out.firstDamaged.size() < kDamagedNamed)
        m_out.firstDamaged.push_back(file + ':' + std::to_string(lines.line()));
    }
  }

  /// Which titles are of a kind that is taken: a bit each.
  void note(const std::string& file) {
    each(file, kBasicsColumns, false, [&](const std::vector<std::string_view>& cells) {
      if (!isWanted(cells)) return true;
      const std::uint32_t number = *numberOf(cells[kConst]);
      if (number >= m_wanted.size()) m_wanted.resize(number + number / 4 + 1);
      m_wanted[number] = true;
      return true;
    });
  }

  void rate(const std::string& file) {
    each(file, 3, true, [&](const std::vector<std::string_view>& cells) {
      const auto votes = whole<std::int64_t>(cells[2]);
      const std::vector<std::string_view> score = split(cells[1], '.');
      const auto points = whole<std::int64_t>(score[0]);
      const auto tenths = score.size() > 1 ? whole<std::int64_t>(score[1]) : std::optional<std::int64_t>(0);
      if (!votes || !points || !tenths || score.size() > 2 || *points < 0 || *points > 10 || *tenths > 9 ||
          *votes < 0)
        return false;
      const Rated rated{*numberOf(cells[kConst]), *votes,
                        std::min<std::int64_t>(100, *points * 10 + *tenths)};
      if (rated.number >= m_wanted.size() || !m_wanted[rated.number]) return true;
      m_best.push(rated);
      if (m_best.size() > m_most) {
        m_best.pop();
        ++m_out.beyond;
      }
      return true;
    });
  }

  void choose() {
    m_wanted = {};
    m_wanted.shrink_to_fit();
    for (; !m_best.empty(); m_best.pop()) m_chosen.emplace(m_best.top().number, m_best.top());
  }

  void collect(const std::string& file, bool byVotes) {
    each(file, kBasicsColumns, true, [&](const std::vector<std::string_view>& cells) {
      if (!isWanted(cells)) return true;
      const auto rated = m_chosen.find(*numberOf(cells[kConst]));
      if (byVotes && rated == m_chosen.end()) return true;
      auto title = titleOf(cells);
      if (!title) return false;
      if (titles::builtInIndex().byImdb(title->imdb) ||
          (title->year > 0 && titles::builtInIndex().byName(title->title, title->year, title->kind))) {
        ++m_out.known;
        return true;
      }
      if (!byVotes && m_out.titles.size() >= m_most) {
        ++m_out.beyond;
        return true;
      }
      if (byVotes) {
        title->score = rated->second.score;
        title->votes = rated->second.votes;
        m_chosen.erase(rated);  // a title that stands there twice counts once
      }
      m_out.titles.push_back(std::move(*title));
      return true;
    });
  }

  static std::optional<titles::PackTitle> titleOf(const std::vector<std::string_view>& cells) {
    titles::PackTitle title;
    title.title = cells[kTitle];
    title.kind = kindOf(cells[kType]);
    title.imdb = cells[kConst];
    if (!fits("titles", "title", title.title) || title.title.empty()) return std::nullopt;
    if (cells[kOriginal] != "\\N" && cells[kOriginal] != cells[kTitle]) title.original = cells[kOriginal];
    if (!title.original.empty() && !fits("titles", "original_title", title.original)) return std::nullopt;
    const auto year = whole<std::int64_t>(cells[kStart]);
    if (!year && cells[kStart] != "\\N") return std::nullopt;
    if (year && *year >= 1870 && *year <= 2200) title.year = *year;
    const auto minutes = whole<std::int64_t>(cells[kMinutes]);
    if (!minutes && cells[kMinutes] != "\\N") return std::nullopt;
    if (minutes && *minutes > 0 && *minutes <= 100'000) title.minutes = *minutes;
    if (cells[kGenres] == "\\N") return title;
    for (const std::string_view name : split(cells[kGenres], ',')) {
      std::string code = genreOf(name);
      if (!schema::checkSetElement(*schema::collection("titles").find("genres"), code))
        title.genres.push_back(std::move(code));
    }
    return title;
  }

  std::size_t m_most;
  ImdbTitles m_out;
  std::vector<bool> m_wanted;  ///< by number
  std::priority_queue<Rated, std::vector<Rated>, std::greater<>> m_best;
  std::unordered_map<std::uint32_t, Rated> m_chosen;
};

}  // namespace

Result<ImdbTitles> readImdbFiles(const std::vector<std::string>& files, std::size_t most) {
  return Reading(most).take(files);
}

}  // namespace foyer::server
