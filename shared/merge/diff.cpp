// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff.hpp"

#include <algorithm>

namespace foyer::merge {
namespace {

using Tokens = std::span<const std::uint32_t>;

/// Longest edit script that is looked for exactly: its trace takes kMaxEdits² / 2 numbers, 2 MiB.
constexpr std::ptrdiff_t kMaxEdits = 1024;

/// Forward search. Returns the furthest x per diagonal after each number of edits; empty when it takes more
/// than kMaxEdits.
std::vector<std::vector<std::int32_t>> trace(Tokens from, Tokens to) {
  const auto n = static_cast<std::ptrdiff_t>(from.size());
  const auto m = static_cast<std::ptrdiff_t>(to.size());
  const std::ptrdiff_t most = std::min(n + m, kMaxEdits);
  std::vector<std::int32_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&](std::ptrdiff_t k) -> std::int32_t& {
    return furthest[static_cast<std::size_t>(k + most + 1)];
  };
  std::vector<std::vector<std::int32_t>> steps;
  for (std::ptrdiff_t d = 0; d <= most; ++d) {
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      std::ptrdiff_t x = down ? at(k + 1) : at(k - 1) + 1;
      std::ptrdiff_t y = x - k;
      while (x < n && y < m && from[static_cast<std::size_t>(x)] == to[static_cast<std::size_t>(y)]) ++x, ++y;
      at(k) = static_cast<std::int32_t>(x);
      if (x >= n && y >= m) {
        steps.emplace_back(&at(-d), &at(d) + 1);
        return steps;
      }
    }
    steps.emplace_back(&at(-d), &at(d) + 1);
  }
  return {};
}

/// Walks a trace back from the end; single edits, last first, joined into hunks.
std::vector<Hunk> walkBack(const std::vector<std::vector<std::int32_t>>& steps, std::size_t n,
                           std::size_t m) {
  std::vector<Hunk> hunks;
  auto x = static_cast<std::ptrdiff_t>(n);
  auto y = static_cast<std::ptrdiff_t>(m);
  for (auto d = static_cast<std::ptrdiff_t>(steps.size()) - 1; d > 0; --d) {
    const auto& before = steps[static_cast<std::size_t>(d - 1)];
    const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t {
      return k < -(d - 1) || k > d - 1 ? -1 : before[static_cast<std::size_t>(k + d - 1)];
    };
    const std::ptrdiff_t k = x - y;
    const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
    const std::ptrdiff_t fromX = down ? at(k + 1) : at(k - 1);
    const std::ptrdiff_t fromY = fromX - (down ? k + 1 : k - 1);
    const auto editX = static_cast<std::size_t>(fromX);
    const auto editY = static_cast<std::size_t>(fromY);
    const Hunk edit{editX, editX + (down ? 0 : 1), editY, editY + (down ? 1 : 0)};
    if (!hunks.empty() && hunks.back().fromBegin == edit.fromEnd && hunks.back().toBegin == edit.toEnd) {
      hunks.back().fromBegin = edit.fromBegin;
      hunks.back().toBegin = edit.toBegin;
    } else {
      hunks.push_back(edit);
    }
    x = fromX;
    y = fromY;
  }
  std::reverse(hunks.begin(), hunks.end());
  return hunks;
}

}  // namespace

std::vector<Hunk> diff(Tokens from, Tokens to) {
  std::size_t head = 0;
  while (head < from.size() && head < to.size() && from[head] == to[head]) ++head;
  std::size_t tail = 0;
  while (tail < from.size() - head && tail < to.size() - head &&
         from[from.size() - 1 - tail] == to[to.size() - 1 - tail])
    ++tail;
  const Tokens a = from.subspan(head, from.size() - head - tail);
  const Tokens b = to.subspan(head, to.size() - head - tail);
  if (a.empty() && b.empty()) return {};
  if (a.empty() || b.empty()) return {{head, head + a.size(), head, head + b.size()}};

  const auto steps = trace(a, b);
  if (steps.empty()) return {{head, head + a.size(), head, head + b.size()}};
  std::vector<Hunk> hunks = walkBack(steps, a.size(), b.size());
  for (Hunk& hunk : hunks) {
    hunk.fromBegin += head, hunk.fromEnd += head;
    hunk.toBegin += head, hunk.toEnd += head;
  }
  return hunks;
}

}  // namespace foyer::merge
