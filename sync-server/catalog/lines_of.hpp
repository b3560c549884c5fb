// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct gzFile_s;

namespace foyer::server {

/// The lines of a text file, plain or gzip, one after the other in bounded memory. A line longer than any
/// sound one comes cut off, so that its reader refuses it.
class LinesOf {
 public:
  explicit LinesOf(const std::string& file);

  bool isOpen() const { return m_file != nullptr; }
  /// Without its end; valid until the next call. Nothing at the end of the file, or where it is damaged.
  std::optional<std::string_view> next();
  std::int64_t line() const { return m_line; }  ///< number of the last one, from 1

 private:
  struct Close {
    void operator()(gzFile_s* file) const;
  };
  static constexpr std::size_t kLongest = 16'384;

  std::unique_ptr<gzFile_s, Close> m_file;
  std::string m_text;
  std::int64_t m_line = 0;
};

}  // namespace foyer::server
