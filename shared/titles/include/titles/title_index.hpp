// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "titles/pack.hpp"

namespace foyer::titles {

/// A title that an index knows.
struct KnownTitle {
  Uuid id;
  PackTitle facts;
};

/// Titles in memory, found by their numbers elsewhere, by title and year, or as somebody types. Made once and
/// then only read, from any thread. For thousands of titles; larger catalogues are searched in the database.
class TitleIndex {
 public:
  TitleIndex() = default;
  /// Ids are those of this pack's scope.
  TitleIndex(std::string_view pack, std::vector<PackTitle> titles);

  /// Later titles do not replace earlier ones with the same number.
  void add(KnownTitle title);

  const std::vector<KnownTitle>& all() const { return m_titles; }
  const KnownTitle* byId(const Uuid& id) const;
  const KnownTitle* byImdb(std::string_view number) const;
  const KnownTitle* byTmdb(std::string_view kind, std::string_view number) const;
  /// The one title of this name (translated or original) that fits: the year may be missing on either side or
  /// differ by one, as sources disagree about premieres. Nothing when several fit equally well. An empty kind
  /// fits any.
  const KnownTitle* byName(std::string_view title, std::int64_t year, std::string_view kind) const;

  /// Titles in which every word of `text` begins a word, best first: the whole title, its beginning, the
  /// rest; newer before older. The genre and the year may be among the words' owners no more than people are:
  /// only titles and original titles are searched.
  std::vector<const KnownTitle*> search(std::string_view text, std::size_t most) const;

 private:
  struct Names {
    std::string title, original;  ///< folded
  };
  std::vector<KnownTitle> m_titles;
  std::vector<Names> m_names;
  std::unordered_map<std::string, std::size_t> m_numbers;      ///< "imdb tt…", "tmdb movie 1", id
  std::unordered_multimap<std::string, std::size_t> m_byName;  ///< by folded name
};

/// The built-in pack as an index, made at the first call. Throws std::logic_error if it is damaged, which a
/// test rules out.
const TitleIndex& builtInIndex();

}  // namespace foyer::titles
