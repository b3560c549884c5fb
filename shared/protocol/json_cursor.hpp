// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <set>
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

/// The keys of one object, to notice doubled and missing ones.
class KeySet {
 public:
  /// False when it is there already.
  bool add(std::string_view key);
  bool contains(std::string_view key) const;

 private:
  std::vector<std::string> m_few;
  std::set<std::string, std::less<>> m_many;  ///< used instead when there are more than a few
};

/// Reads JSON text (RFC 8259) front to back without building a tree. Strict: no doubled keys, no NUL, no lone
/// surrogates, integers only where one is wanted, bounded depth. The text must be well-formed UTF-8 and
/// outlive the cursor. Every function throws Malformed.
class JsonCursor {
 public:
  /// Lenient: doubled keys, NUL, half surrogate pairs and deep nesting pass. To find the number of a mutation
  /// that is wrong otherwise.
  enum class Strictness : std::uint8_t { strict, lenient };

  explicit JsonCursor(std::string_view text, Strictness strictness = Strictness::strict)
      : m_text(text), m_lenient(strictness == Strictness::lenient) {}

  /// Calls `member(key)` for each member; it must read the value. Fails when a required key is missing.
  template <class F>
  void object(std::initializer_list<std::string_view> required, F member) {
    open('{');
    KeySet seen;
    if (!take('}')) {
      do {
        m_path.push_back(string());
        const std::string key = m_path.back();
        if (!seen.add(key) && !m_lenient) fail("is there twice");
        expect(':');
        member(std::string_view(key));
        m_path.pop_back();
      } while (take(','));
      expect('}');
    }
    for (const std::string_view key : required)
      if (!seen.contains(key)) fail("needs \"" + std::string(key) + "\"");
    --m_depth;
  }
  template <class F>
  void object(F member) {
    object({}, std::move(member));
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
  /// Skips one object without looking closer than at its brackets and quotes, and gives its text.
  std::string_view skipObject();
  /// Nothing but white space may follow.
  void end();
  bool atEnd();

  [[noreturn]] void fail(const std::string& message, Code code = Code::badRequest) const;
  [[noreturn]] void unknown() const { fail("is not a key that belongs here"); }

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
  bool m_lenient;
  std::size_t m_at = 0;
  int m_depth = 0;
  std::vector<std::string> m_path;
};

/// Canonical form of any JSON text: keys sorted by bytes, no white space, shortest numbers.
std::string canonicalJson(std::string_view json);
/// The same text without the white space between its tokens.
std::string withoutSpace(std::string_view json);

}  // namespace foyer::protocol
