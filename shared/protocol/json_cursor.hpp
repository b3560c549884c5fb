// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "protocol/limits.hpp"

namespace foyer::protocol {

/// What is wrong with a message and where; thrown inside this room, an Error at its border.
struct Malformed {
  std::string path;
  std::string message;
  Code code = Code::badRequest;
  Error error() const { return {code, path, message}; }
};

/// Reads JSON text (RFC 8259) front to back without building a tree. Strict: no doubled keys, no NUL, no lone
/// surrogates, integers only where one is wanted, bounded depth. The text must be well-formed UTF-8 and
/// outlive the cursor. Every function throws Malformed.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text) : m_text(text) {}

  /// Calls `member(key)` for each member; it must read the value.
  template <class F>
  void object(F member) {
    open('{');
    std::vector<std::string> seen;
    if (!take('}')) {
      do {
        std::string key = string();
        for (const std::string& earlier : seen)
          if (earlier == key) fail("\"" + key + "\" is there twice");
        expect(':');
        m_path.push_back(key);
        seen.push_back(std::move(key));
        member(std::string_view(seen.back()));
        m_path.pop_back();
      } while (take(','));
      expect('}');
    }
    --m_depth;
  }
  /// Calls `element(index)` for each element; it must read the value.
  template <class F>
  void array(F element) {
    open('[');
    if (!take(']')) {
      std::size_t index = 0;
      do {
        m_path.push_back(std::to_string(index));
        element(index++);
        m_path.pop_back();
      } while (take(','));
      expect(']');
    }
    --m_depth;
  }
  /// The same without keeping track of the path: for rows, of which there are many.
  template <class F>
  void row(F cell) {
    open('[');
    if (!take(']')) {
      std::size_t index = 0;
      do cell(index++);
      while (take(','));
      expect(']');
    }
    --m_depth;
  }

  std::string string();
  /// Points into the text where that is possible, else into `scratch`.
  std::string_view stringView(std::string& scratch);
  std::int64_t integer();
  std::uint64_t natural();
  bool boolean();
  /// Reads a null if one is next.
  bool null();
  char peek();
  /// Skips one value of any kind, checked, and gives its text.
  std::string_view raw();
  /// Nothing but white space may follow.
  void end();
  bool atEnd();

  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void unknown(std::string_view key) const { fail("unknown key \"" + std::string(key) + "\""); }

 private:
  void skipSpace();
  bool take(char c);
  void expect(char c);
  void open(char c);
  void word(std::string_view text);
  void number();
  std::uint32_t hex4();
  void escape(std::string& out);

  std::string_view m_text;
  std::size_t m_at = 0;
  int m_depth = 0;
  std::vector<std::string> m_path;
};

/// Canonical form of any JSON text: keys sorted by bytes, no white space, shortest numbers.
std::string canonicalJson(std::string_view json);
/// The same text without the white space between its tokens.
std::string withoutSpace(std::string_view json);

}  // namespace foyer::protocol
