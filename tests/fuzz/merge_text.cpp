// SPDX-License-Identifier: GPL-3.0-or-later
// Three texts separated by NUL: base, theirs, mine.
#include <set>

#include "fuzz.hpp"
#include "merge/text.hpp"

namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::set<std::string_view> words(std::string_view text) {
  std::set<std::string_view> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && !isSpace(text[end])) ++end;
    if (end > i) out.insert(text.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

}  // namespace

namespace foyer::fuzz {

std::vector<std::string> corpus() {
  using namespace std::string_literals;
  return {"a b c\0a x c\0a b y"s, "one two three four\0one four\0one two 3 four five"s, "\0x\0y"s,
          "line one\nline two\nline three\0line 1\nline two\0line one\n\nline three\nline four"s,
          "same words same words same words\0same same same\0words words words words"s};
}

}  // namespace foyer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foyer;
  const std::string_view all = fuzz::view(data, size);
  const std::size_t first = all.find('\0');
  if (first == std::string_view::npos) return 0;
  const std::size_t second = all.find('\0', first + 1);
  if (second == std::string_view::npos) return 0;
  const std::string_view base = all.substr(0, first);
  const std::string_view theirs = all.substr(first + 1, second - first - 1);
  const std::string_view mine = all.substr(second + 1);

  const auto won = merge::mergeText(base, theirs, mine, true);
  const auto lost = merge::mergeText(base, theirs, mine, false);
  fuzz::require(won.overlapped == lost.overlapped, "overlap does not depend on the winner");
  fuzz::require(won.overlapped || won.text == lost.text, "without overlap both agree");
  fuzz::require(merge::mergeText(base, mine, theirs, true).text == lost.text, "sides can be swapped");
  fuzz::require(merge::mergeText(base, base, mine, false).text == mine, "one side alone is taken");
  const auto known = words(base);
  const auto result = words(won.text);
  for (const auto word : words(mine))
    fuzz::require(known.contains(word) || result.contains(word), "the winner's words are all there");
  const auto other = words(theirs);
  const auto own = words(mine);
  for (const auto word : result)
    fuzz::require(known.contains(word) || other.contains(word) || own.contains(word), "no word is made up");
  return 0;
}
