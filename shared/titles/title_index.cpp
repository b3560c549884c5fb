// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles/title_index.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "titles/fold.hpp"

namespace foyer::titles {
namespace {

/// Does a word of `name` begin with `word`?
bool begins(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    if (at == 0 || name[at - 1] == ' ') return true;
  }
  return false;
}

enum Fit { kWhole, kBeginning, kInside, kNot };

Fit fitOf(std::string_view name, std::string_view text, const std::vector<std::string_view>& words) {
  if (name == text) return kWhole;
  for (const std::string_view word : words) {
    if (!begins(name, word)) return kNot;
  }
  return name.starts_with(text) ? kBeginning : kInside;
}

}  // namespace

TitleIndex::TitleIndex(std::string_view pack, std::vector<PackTitle> titles) {
  const Uuid scope = packScope(pack);
  m_titles.reserve(titles.size());
  for (PackTitle& title : titles) {
    const Uuid id = packTitleId(scope, title);
    add({id, std::move(title)});
  }
}

void TitleIndex::add(KnownTitle title) {
  const std::size_t at = m_titles.size();
  const PackTitle& facts = title.facts;
  m_numbers.emplace(title.id.str(), at);
  if (!facts.imdb.empty()) m_numbers.emplace("imdb " + facts.imdb, at);
  if (!facts.tmdb.empty()) m_numbers.emplace("tmdb " + facts.kind + ' ' + facts.tmdb, at);
  Names names{fold(facts.title), fold(facts.original)};
  m_byName.emplace(names.title, at);
  if (!names.original.empty() && names.original != names.title) m_byName.emplace(names.original, at);
  m_names.push_back(std::move(names));
  m_titles.push_back(std::move(title));
}

const KnownTitle* TitleIndex::byId(const Uuid& id) const {
  const auto found = m_numbers.find(id.str());
  return found == m_numbers.end() ? nullptr : &m_titles[found->second];
}

const KnownTitle* TitleIndex::byImdb(std::string_view number) const {
  const auto found = m_numbers.find("imdb " + std::string(number));
  return found == m_numbers.end() ? nullptr : &m_titles[found->second];
}

const KnownTitle* TitleIndex::byTmdb(std::string_view kind, std::string_view number) const {
  const auto found = m_numbers.find("tmdb " + std::string(kind) + ' ' + std::string(number));
  return found == m_numbers.end() ? nullptr : &m_titles[found->second];
}

const KnownTitle* TitleIndex::byName(std::string_view title, std::int64_t year, std::string_view kind) const {
  const std::string name = fold(title);
  if (name.empty()) return nullptr;
  const KnownTitle* best = nullptr;
  std::int64_t off = 2;
  bool several = false;
  const auto [first, last] = m_byName.equal_range(name);
  for (auto it = first; it != last; ++it) {
    const KnownTitle& known = m_titles[it->second];
    if (!kind.empty() && known.facts.kind != kind) continue;
    const bool sure = year > 0 && known.facts.year > 0;
    const std::int64_t distance = sure ? std::abs(known.facts.year - year) : 1;
    if (distance > off || (sure && distance > 1)) continue;
    several = distance == off && best != nullptr && best != &known;
    off = distance;
    best = &known;
  }
  return several ? nullptr : best;
}

std::vector<const KnownTitle*> TitleIndex::search(std::string_view text, std::size_t most) const {
  const std::string folded = fold(text);
  const std::vector<std::string_view> words = wordsOf(folded);
  struct Found {
    Fit fit;
    const KnownTitle* title;
  };
  std::vector<Found> found;
  if (words.empty()) return {};
  for (std::size_t i = 0; i < m_titles.size(); ++i) {
    const Fit fit = std::min(fitOf(m_names[i].title, folded, words),
                             m_names[i].original.empty() ? kNot : fitOf(m_names[i].original, folded, words));
    if (fit != kNot) found.push_back({fit, &m_titles[i]});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.fit != b.fit ? a.fit < b.fit : a.title->facts.year > b.title->facts.year;
  });
  std::vector<const KnownTitle*> out;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) out.push_back(found[i].title);
  return out;
}

const TitleIndex& builtInIndex() {
  static const TitleIndex index = [] {
    auto titles = parseTitles(builtInTitles());
    if (!titles) throw std::logic_error("The built-in catalogue is damaged: " + titles.error().message);
    return TitleIndex(kBuiltInPack, std::move(*titles));
  }();
  return index;
}

}  // namespace foyer::titles
