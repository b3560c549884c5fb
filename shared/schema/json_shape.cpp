// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "shapes.hpp"

namespace foyer::schema::shape {
namespace {

constexpr int kDeepest = 32;

/// Reads canonical JSON from front to back; every function leaves `s` behind what it accepted.
class Reader {
 public:
  explicit Reader(std::string_view text) : s(text) {}
  bool object(int depth);
  bool atEnd() const { return s.empty(); }

 private:
  bool take(char c) {
    if (s.empty() || s.front() != c) return false;
    s.remove_prefix(1);
    return true;
  }
  bool word(std::string_view w) {
    if (!s.starts_with(w)) return false;
    s.remove_prefix(w.size());
    return true;
  }
  bool value(int depth);
  bool array(int depth);
  bool string(std::string_view& out);
  bool escape();
  bool number();
  bool digits();

  std::string_view s;
};

bool Reader::digits() {
  std::size_t n = 0;
  while (n < s.size() && s[n] >= '0' && s[n] <= '9') ++n;
  s.remove_prefix(n);
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
  if (s.empty()) return false;
  const char c = s.front();
  s.remove_prefix(1);
  if (c != 'u') return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
  if (s.size() < 4 || s.starts_with("0000")) return false;
  for (char h : s.substr(0, 4)) {
    if (!((h >= '0' && h <= '9') || (h >= 'a' && h <= 'f'))) return false;
  }
  s.remove_prefix(4);
  return true;
}

bool Reader::string(std::string_view& out) {
  if (!take('"')) return false;
  const std::string_view start = s;
  while (!s.empty() && s.front() != '"') {
    if (static_cast<unsigned char>(s.front()) < 0x20) return false;
    if (take('\\')) {
      if (!escape()) return false;
    } else {
      s.remove_prefix(1);
    }
  }
  out = start.substr(0, start.size() - s.size());
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
  if (s.empty()) return false;
  std::string_view ignored;
  switch (s.front()) {
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
