// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_cursor.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace foyer::protocol {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

void appendUtf8(std::string& out, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace

bool KeySet::add(std::string_view key) {
  static constexpr std::size_t kFew = 16;
  if (contains(key)) return false;
  if (m_few.size() < kFew)
    m_few.emplace_back(key);
  else
    m_many.emplace(key);
  return true;
}

bool KeySet::contains(std::string_view key) const {
  return std::find(m_few.begin(), m_few.end(), key) != m_few.end() || m_many.contains(key);
}

void JsonCursor::fail(const std::string& message, Code code) const {
  static constexpr std::size_t kLongestStep = 64;  // a path is for people; keys of strangers may be anything
  std::string path;
  for (const std::string& step : m_path)
    path += (path.empty() ? "" : ".") + (step.size() > kLongestStep ? std::string("…") : step);
  throw Malformed{path, message, code};
}

void JsonCursor::skipSpace() {
  while (m_at < m_text.size() &&
         (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t' || m_text[m_at] == '\r'))
    ++m_at;
}

bool JsonCursor::atEnd() {
  skipSpace();
  return m_at == m_text.size();
}

char JsonCursor::peek() {
  if (atEnd()) fail("the text ends too early");
  return m_text[m_at];
}

bool JsonCursor::take(char c) {
  if (peek() != c) return false;
  ++m_at;
  return true;
}

void JsonCursor::expect(char c) {
  if (!take(c)) fail(std::string("needs a ") + c + " here");
}

void JsonCursor::open(char c) {
  if (!take(c)) fail(c == '{' ? "must be an object" : "must be an array");
  if (++m_depth > (m_lenient ? kMaxLenientDepth : kMaxDepth)) fail("is nested too deeply");
}

void JsonCursor::end() {
  if (!atEnd()) fail("something follows the end");
}

void JsonCursor::word(std::string_view text) {
  if (m_text.substr(m_at, text.size()) != text) fail("is no JSON value");
  m_at += text.size();
}

bool JsonCursor::null() {
  if (peek() != 'n') return false;
  word("null");
  return true;
}

bool JsonCursor::boolean() {
  const char first = peek();
  if (first != 't' && first != 'f') fail("must be true or false");
  word(first == 't' ? "true" : "false");
  return first == 't';
}

std::int64_t JsonCursor::integer() {
  const char first = peek();
  if (first != '-' && !isDigit(first)) fail("must be a whole number");
  std::int64_t value = 0;
  const char* begin = m_text.data() + m_at;
  const auto [stop, error] = std::from_chars(begin, m_text.data() + m_text.size(), value);
  if (error != std::errc() || value > kMaxInteger || value < -kMaxInteger)
    fail("must be a whole number below 2^53");
  const std::string_view digits(begin, static_cast<std::size_t>(stop - begin));
  const std::string_view magnitude = digits.substr(first == '-' ? 1 : 0);
  if (magnitude.empty() || (magnitude[0] == '0' && digits.size() > 1))
    fail("is not written as a number should be");
  m_at += digits.size();
  if (m_at < m_text.size() && (m_text[m_at] == '.' || m_text[m_at] == 'e' || m_text[m_at] == 'E'))
    fail("must be a whole number");
  return value;
}

std::uint64_t JsonCursor::natural() {
  const std::int64_t value = integer();
  if (value < 0) fail("must not be negative");
  return static_cast<std::uint64_t>(value);
}

std::uint32_t JsonCursor::hex4() {
  std::uint32_t value = 0;
  if (m_at + 4 > m_text.size()) fail("has a broken escape");
  const auto [stop, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_at + 4, value, 16);
  if (error != std::errc() || stop != m_text.data() + m_at + 4) fail("has a broken escape");
  m_at += 4;
  return value;
}

void JsonCursor::escape(std::string& out) {
  if (m_at >= m_text.size()) fail("has a broken escape");
  static constexpr std::string_view kShort = "\"\\/bfnrt";
  static constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  const char c = m_text[m_at++];
  if (const auto found = kShort.find(c); found != std::string_view::npos) {
    out += kMeant[found];
    return;
  }
  if (c != 'u') fail("has a broken escape");
  std::uint32_t code = hex4();
  const bool high = code >= 0xD800 && code < 0xDC00;
  if (high && m_text.substr(m_at, 2) == "\\u") {
    m_at += 2;
    const std::uint32_t low = hex4();
    if (low >= 0xDC00 && low < 0xE000) code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  }
  if (m_lenient && (code == 0 || (code >= 0xD800 && code < 0xE000))) code = 0xFFFD;
  if (code >= 0xD800 && code < 0xE000) fail("has half a surrogate pair");
  if (code == 0) fail("must not contain NUL");
  appendUtf8(out, code);
}

std::string_view JsonCursor::stringView(std::string& scratch) {
  if (peek() != '"') fail("must be a string");
  const std::size_t from = ++m_at;
  bool copied = false;
  for (std::size_t run = from;;) {
    const char* at = m_text.data() + m_at;
    const char* const stop = m_text.data() + m_text.size();
    while (at < stop && *at != '"' && *at != '\\' && (static_cast<unsigned char>(*at) >= 0x20 || m_lenient))
      ++at;
    m_at = static_cast<std::size_t>(at - m_text.data());
    if (m_at >= m_text.size()) fail("the text ends inside a string");
    const char c = m_text[m_at];
    if (static_cast<unsigned char>(c) < 0x20) fail("has a control character that is not escaped");
    const std::string_view piece = m_text.substr(run, m_at - run);
    ++m_at;
    if (c == '"' && !copied) return piece;
    if (!copied) scratch.clear();
    copied = true;
    scratch.append(piece);
    if (c == '"') return scratch;
    escape(scratch);
    run = m_at;
  }
}

std::string JsonCursor::string() {
  std::string scratch;
  const std::string_view seen = stringView(scratch);
  return seen.data() == scratch.data() ? std::move(scratch) : std::string(seen);
}

void JsonCursor::number() {
  const auto digits = [&] {
    const std::size_t from = m_at;
    while (m_at < m_text.size() && isDigit(m_text[m_at])) ++m_at;
    if (m_at == from) fail("is not written as a number should be");
    return m_text.substr(from, m_at - from);
  };
  const auto next = [&](std::string_view wanted) {
    return m_at < m_text.size() && wanted.find(m_text[m_at]) != std::string_view::npos;
  };
  if (next("-")) ++m_at;
  const std::string_view whole = digits();
  if (whole.size() > 1 && whole[0] == '0') fail("is not written as a number should be");
  if (next(".")) {
    ++m_at;
    digits();
  }
  if (next("eE")) {
    ++m_at;
    if (next("+-")) ++m_at;
    digits();
  }
}

std::string_view JsonCursor::raw() {
  const char first = peek();
  const std::size_t from = m_at;
  std::string scratch;
  switch (first) {
    case '{':
      object([&](std::string_view) { raw(); });
      break;
    case '[':
      array([&](std::size_t) { raw(); });
      break;
    case '"':
      stringView(scratch);
      break;
    case 't':
    case 'f':
      boolean();
      break;
    case 'n':
      null();
      break;
    default:
      number();
  }
  return m_text.substr(from, m_at - from);
}

std::string_view JsonCursor::skipObject() {
  if (peek() != '{') fail("must be an object");
  const std::size_t from = m_at;
  int depth = 0;
  for (bool quoted = false; m_at < m_text.size(); ++m_at) {
    const char c = m_text[m_at];
    if (quoted) {
      if (c == '\\') ++m_at;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      ++m_at;
      return m_text.substr(from, m_at - from);
    }
  }
  fail("the text ends too early");
}

}  // namespace foyer::protocol
