// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "json_cursor.hpp"
#include "json_out.hpp"

namespace foyer::protocol {
namespace {

/// Integers keep every digit; other numbers become the shortest text that reads back equal.
void canonicalNumber(std::string& out, JsonCursor& cursor, std::string_view text) {
  if (text.find_first_of(".eE") == std::string_view::npos) {
    out += text == "-0" ? std::string_view("0") : text;
    return;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) cursor.fail("the number is too large");
  char buffer[40];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value);
  out.append(buffer, written.ptr);
}

void canonical(std::string& out, JsonCursor& cursor) {
  switch (cursor.peek()) {
    case '{': {
      std::vector<std::pair<std::string, std::string>> members;
      cursor.object([&](std::string_view key) {
        std::string value;
        canonical(value, cursor);
        members.emplace_back(key, std::move(value));
      });
      std::sort(members.begin(), members.end());
      out += '{';
      for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) out += ',';
        out::text(out, members[i].first);
        out += ':';
        out += members[i].second;
      }
      out += '}';
      return;
    }
    case '[': {
      out += '[';
      cursor.array([&](std::size_t index) {
        if (index > 0) out += ',';
        canonical(out, cursor);
      });
      out += ']';
      return;
    }
    case '"':
      out::text(out, cursor.string());
      return;
    case 't':
    case 'f':
    case 'n':
      out += cursor.raw();
      return;
    default:
      canonicalNumber(out, cursor, cursor.raw());
  }
}

}  // namespace

std::string canonicalJson(std::string_view json) {
  JsonCursor cursor(json);
  std::string out;
  canonical(out, cursor);
  cursor.end();
  return out;
}

std::string withoutSpace(std::string_view json) {
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!inside && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) continue;
    out += c;
    if (inside && c == '\\')
      out += json[++i];
    else if (c == '"')
      inside = !inside;
  }
  return out;
}

}  // namespace foyer::protocol
