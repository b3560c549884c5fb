// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.hpp"
#include "server/http/router.hpp"

namespace foyer::server::http {
namespace {

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Result<std::string> percentDecode(std::string_view text, bool plusIsSpace) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plusIsSpace) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
      const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
      if (low < 0) return {Code::badRequest, "malformed percent escape"};
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  for (const char c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      return {Code::badRequest, "control character in the address"};
  if (!isUtf8(out)) return {Code::badRequest, "the address is not UTF-8"};
  return out;
}

Result<Pairs> parseQuery(std::string_view query) {
  Pairs out;
  while (!query.empty()) {
    const auto end = query.find('&');
    const std::string_view item = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (item.empty()) continue;
    const auto equals = item.find('=');
    auto name = percentDecode(item.substr(0, equals), true);
    if (!name) return name.error();
    auto value = percentDecode(equals == std::string_view::npos ? "" : item.substr(equals + 1), true);
    if (!value) return value.error();
    out.emplace_back(std::move(*name), std::move(*value));
  }
  return out;
}

}  // namespace foyer::server::http
