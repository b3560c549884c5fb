// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_range.hpp"

#include <algorithm>
#include <optional>

namespace foyer::server::api {
namespace {

std::optional<std::uint64_t> digits(std::string_view text) {
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

}  // namespace

ByteRange parseRange(std::string_view header, std::uint64_t size) {
  const ByteRange whole{0, size, ByteRange::Kind::whole};
  if (!header.starts_with("bytes=")) return whole;
  header.remove_prefix(6);
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return whole;
  const std::string_view from = header.substr(0, dash), to = header.substr(dash + 1);
  const auto first = digits(from), last = digits(to);
  if ((!from.empty() && !first) || (!to.empty() && !last) || (!first && !last)) return whole;
  if (!first) {
    const std::uint64_t count = std::min(*last, size);
    if (count == 0) return {0, 0, ByteRange::Kind::unsatisfiable};
    return {size - count, count, ByteRange::Kind::part};
  }
  if (last && *last < *first) return whole;
  if (*first >= size) return {0, 0, ByteRange::Kind::unsatisfiable};
  const std::uint64_t end = std::min(last.value_or(size - 1), size - 1);
  return {*first, end - *first + 1, ByteRange::Kind::part};
}

}  // namespace foyer::server::api
