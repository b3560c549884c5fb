// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_out.hpp"

#include <array>
#include <charconv>

namespace foyer::protocol::out {
namespace {

bool plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default: {
      static constexpr char kDigits[] = "0123456789abcdef";
      out += "\\u00";
      out += kDigits[static_cast<unsigned char>(c) >> 4];
      out += kDigits[static_cast<unsigned char>(c) & 15];
    }
  }
}

template <class T>
void digits(std::string& out, T value) {
  char buffer[24];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end);
}

}  // namespace

void text(std::string& out, std::string_view utf8) {
  out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (plain(utf8[i])) continue;
    out.append(utf8, from, i - from);
    escape(out, utf8[i]);
    from = i + 1;
  }
  out.append(utf8, from, utf8.size() - from);
  out += '"';
}

/// Every row has some: no string is made in between.
void uuid(std::string& out, const Uuid& id) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::array<char, 38> text;
  std::size_t at = 0;
  text[at++] = '"';
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text[at++] = '-';
    text[at++] = kDigits[id.bytes[i] >> 4];
    text[at++] = kDigits[id.bytes[i] & 15];
  }
  text[at] = '"';
  out.append(text.data(), text.size());
}

void integer(std::string& out, std::int64_t value) { digits(out, value); }
void integer(std::string& out, std::uint64_t value) { digits(out, value); }

void key(std::string& out, std::string_view name) {
  if (!out.empty() && out.back() != '{') out += ',';
  text(out, name);
  out += ':';
}

}  // namespace foyer::protocol::out
