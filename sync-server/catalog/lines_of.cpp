// SPDX-License-Identifier: GPL-3.0-or-later
#include "lines_of.hpp"

#include <zlib.h>

namespace foyer::server {

void LinesOf::Close::operator()(gzFile_s* file) const { gzclose(file); }

LinesOf::LinesOf(const std::string& file) : m_file(gzopen(file.c_str(), "rb")) {
  if (m_file) gzbuffer(m_file.get(), 256 * 1024);
}

std::optional<std::string_view> LinesOf::next() {
  if (!m_file) return std::nullopt;
  m_text.clear();
  bool any = false;
  for (;;) {
    char part[4'096];
    if (!gzgets(m_file.get(), part, sizeof part)) break;
    any = true;
    const std::string_view piece(part);
    const bool ends = piece.ends_with('\n');
    if (m_text.size() < kLongest) m_text += piece;
    // A NUL inside a line ends the piece early: the rest counts as its own damaged line.
    if (ends || piece.size() + 1 < sizeof part) break;
  }
  if (!any) return std::nullopt;
  ++m_line;
  while (m_text.ends_with('\n') || m_text.ends_with('\r')) m_text.pop_back();
  return m_text;
}

}  // namespace foyer::server
