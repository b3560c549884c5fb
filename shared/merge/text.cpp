// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/text.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "diff.hpp"
#include "merge/own_words.hpp"

namespace foyer::merge {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Words and the white space between them, in turn; each distinct token has a number.
class Tokens {
 public:
  using Dictionary = std::unordered_map<std::string_view, std::uint32_t>;

  Tokens(std::string_view text, Dictionary& dictionary) {
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = begin + 1;
      while (end < text.size() && isSpace(text[end]) == isSpace(text[begin])) ++end;
      m_texts.push_back(text.substr(begin, end - begin));
      const auto next = static_cast<std::uint32_t>(dictionary.size());
      m_ids.push_back(dictionary.try_emplace(m_texts.back(), next).first->second);
      begin = end;
    }
  }

  std::span<const std::uint32_t> ids() const { return m_ids; }
  std::span<const std::uint32_t> ids(std::size_t begin, std::size_t end) const {
    return ids().subspan(begin, end - begin);
  }
  std::size_t size() const { return m_ids.size(); }
  std::string_view text(std::size_t at) const { return m_texts[at]; }
  /// True when [begin, end) is white space within one line.
  bool onlyBlank(std::size_t begin, std::size_t end) const {
    for (; begin < end; ++begin)
      if (!isSpace(m_texts[begin][0]) || m_texts[begin].find('\n') != std::string_view::npos) return false;
    return true;
  }
  /// Words of different authors that would meet without white space get a space between them.
  void appendTo(std::string& out, std::size_t begin, std::size_t end) const {
    for (; begin < end; ++begin) {
      if (!out.empty() && !isSpace(out.back()) && !isSpace(m_texts[begin][0])) out += ' ';
      out += m_texts[begin];
    }
  }

 private:
  std::vector<std::string_view> m_texts;
  std::vector<std::uint32_t> m_ids;
};

/// One author's changes of the base.
class Side {
 public:
  Side(const Tokens& base, const Tokens& text) : m_text(text) {
    for (const Hunk& hunk : diff(base.ids(), text.ids())) {
      // Neighbouring words changed together are one change: their words belong together.
      if (!m_hunks.empty() && base.onlyBlank(m_hunks.back().fromEnd, hunk.fromBegin)) {
        m_hunks.back().fromEnd = hunk.fromEnd;
        m_hunks.back().toEnd = hunk.toEnd;
      } else {
        m_hunks.push_back(hunk);
      }
    }
  }

  const Hunk* next() const { return m_at < m_hunks.size() ? &m_hunks[m_at] : nullptr; }
  void startRegion() { m_regionBegin = m_at; }
  void take() { ++m_at; }
  bool changed() const { return m_at > m_regionBegin; }

  /// What this side has in place of the base's [begin, end), which covers the hunks taken since startRegion.
  std::pair<std::size_t, std::size_t> range(std::size_t begin, std::size_t end) const {
    const Hunk& first = m_hunks[m_regionBegin];
    const Hunk& last = m_hunks[m_at - 1];
    return {first.toBegin - (first.fromBegin - begin), last.toEnd + (end - last.fromEnd)};
  }
  const Tokens& text() const { return m_text; }

 private:
  const Tokens& m_text;
  std::vector<Hunk> m_hunks;
  std::size_t m_at = 0;
  std::size_t m_regionBegin = 0;
};

struct Region {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool overlaps(const Hunk& hunk) const {
    const bool empty = begin == end;
    const bool hunkEmpty = hunk.fromBegin == hunk.fromEnd;
    if (empty && hunkEmpty) return begin == hunk.fromBegin;
    if (empty) return hunk.fromBegin < begin && begin < hunk.fromEnd;
    if (hunkEmpty) return begin < hunk.fromBegin && hunk.fromBegin < end;
    return begin < hunk.fromEnd && hunk.fromBegin < end;
  }
  bool absorb(Side& side) {
    const Hunk* hunk = side.next();
    if (hunk == nullptr || !overlaps(*hunk)) return false;
    begin = std::min(begin, hunk->fromBegin);
    end = std::max(end, hunk->fromEnd);
    side.take();
    return true;
  }
};

bool before(const Hunk& a, const Hunk& b) {
  return a.fromBegin != b.fromBegin ? a.fromBegin < b.fromBegin : a.fromEnd < b.fromEnd;
}

}  // namespace

TextMerge mergeText(std::string_view base, std::string_view theirs, std::string_view mine, bool mineWins) {
  if (base == theirs || theirs == mine) return {std::string(mine), false};
  if (base == mine) return {std::string(theirs), false};

  Tokens::Dictionary dictionary;
  const Tokens baseTokens(base, dictionary);
  const Tokens theirTokens(theirs, dictionary);
  const Tokens myTokens(mine, dictionary);
  Side them(baseTokens, theirTokens);
  Side me(baseTokens, myTokens);

  TextMerge out;
  std::size_t done = 0;
  while (them.next() != nullptr || me.next() != nullptr) {
    them.startRegion();
    me.startRegion();
    Side& earlier =
        me.next() == nullptr || (them.next() != nullptr && before(*them.next(), *me.next())) ? them : me;
    Region region{earlier.next()->fromBegin, earlier.next()->fromEnd};
    earlier.take();
    while (region.absorb(them) || region.absorb(me)) {
    }

    baseTokens.appendTo(out.text, done, region.begin);
    done = region.end;
    const Side* winner = them.changed() ? &them : &me;
    if (them.changed() && me.changed()) {
      const auto [theirBegin, theirEnd] = them.range(region.begin, region.end);
      const auto [myBegin, myEnd] = me.range(region.begin, region.end);
      const bool same =
          std::ranges::equal(theirTokens.ids(theirBegin, theirEnd), myTokens.ids(myBegin, myEnd));
      out.overlapped = out.overlapped || !same;
      winner = mineWins ? &me : &them;
    }
    const auto [begin, end] = winner->range(region.begin, region.end);
    winner->text().appendTo(out.text, begin, end);
  }
  baseTokens.appendTo(out.text, done, baseTokens.size());
  return out;
}

std::string insertedWords(std::string_view base, std::string_view text) {
  Tokens::Dictionary dictionary;
  const Tokens before(base, dictionary);
  const Tokens after(text, dictionary);
  const std::vector<Hunk> hunks = diff(before.ids(), after.ids());
  std::unordered_map<std::uint32_t, std::size_t> taken;  // words that left their place
  for (const Hunk& hunk : hunks)
    for (const std::uint32_t id : before.ids(hunk.fromBegin, hunk.fromEnd)) ++taken[id];
  std::string out;
  for (const Hunk& hunk : hunks) {
    for (std::size_t at = hunk.toBegin; at < hunk.toEnd; ++at) {
      const std::string_view word = after.text(at);
      if (isSpace(word.front())) continue;
      const auto moved = taken.find(after.ids()[at]);
      if (moved != taken.end() && moved->second > 0) {
        --moved->second;
        continue;
      }
      if (!out.empty()) out += ' ';
      out += word;
    }
  }
  return out;
}

}  // namespace foyer::merge
