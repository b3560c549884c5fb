// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "shapes.hpp"

namespace foyer::schema::shape {
namespace {

constexpr int kDeepest = 32;

/// Reads canonical JSON from front to back; every function leaves `m_rest` behind what it accepted.
class Reader {
 public:
  explicit Reader(std::string_view text) : m_rest(text) {}
  bool object(int depth);
  bool atEnd() const { return m_rest.empty(); }

 private:
  bool take(char c) {
    if (m_rest.empty() || m_rest.front() != c) return false;
    m_rest.remove_prefix(1);
    return true;
  }
  bool word(std::string_view w) {
    if (!m_rest.starts_with(w)) return false;
    m_rest.remove_prefix(w.size());
    return true;
  }
  bool value(int depth);
  bool array(int depth);
  bool string(std::string_view& out);
  bool escape();
  bool number();
  bool digits();

  std::string_view m_rest;
};

bool Reader::digits() {
  std::size_t n = 0;
  while (n < m_rest.size() && m_rest[n] >= '0' && m_rest[n] <= '9') ++n;
  m_rest.remove_prefix(n);
  return n > 0;
}

bool Reader::number() {
  take('-');
  if (!take('0') && !digits()) return false;
  if (take('.') && !digits()) return false;
  if (take('e') || take('E')) {
    if (!take('-')) take('+');
    if (!digits()) return false;
  }
  return true;
}

bool Reader::escape() {
  if (m_rest.empty()) return false;
  const char c = m_rest.front();
  m_rest.remove_prefix(1);
  if (c != 'u') return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
  if (m_rest.size() < 4 || m_rest.starts_with("0000")) return false;
  for (char h : m_rest.substr(0, 4)) {
    if (!((h >= '0' && h <= '9') || (h >= 'a' && h <= 'f'))) return false;
  }
  m_rest.remove_prefix(4);
  return true;
}

bool Reader::string(std::string_view& out) {
  if (!take('"')) return false;
  const std::string_view start = m_rest;
  while (!m_rest.empty() && m_rest.front() != '"') {
    if (static_cast<unsigned char>(m_rest.front()) < 0x20) return false;
    if (take('\\')) {
      if (!escape()) return false;
    } else {
      m_rest.remove_prefix(1);
    }
  }
  out = start.substr(0, start.size() - m_rest.size());
  return take('"');
}

bool Reader::array(int depth) {
  if (!take('[') || depth > kDeepest) return false;
  if (take(']')) return true;
  do {
    if (!value(depth + 1)) return false;
  } while (take(','));
  return take(']');
}

bool Reader::object(int depth) {
  if (!take('{') || depth > kDeepest) return false;
  if (take('}')) return true;
  std::string_view last;
  bool first = true;
  do {
    std::string_view name;
    if (!string(name) || !take(':') || !value(depth + 1)) return false;
    if (!first && name <= last) return false;
    last = name;
    first = false;
  } while (take(','));
  return take('}');
}

bool Reader::value(int depth) {
  if (m_rest.empty()) return false;
  std::string_view ignored;
  switch (m_rest.front()) {
    case '{':
      return object(depth);
    case '[':
      return array(depth);
    case '"':
      return string(ignored);
    case 't':
      return word("true");
    case 'f':
      return word("false");
    case 'n':
      return word("null");
    default:
      return number();
  }
}

}  // namespace

bool isJsonObject(std::string_view s) {
  Reader reader(s);
  return reader.object(0) && reader.atEnd();
}

}  // namespace foyer::schema::shape
