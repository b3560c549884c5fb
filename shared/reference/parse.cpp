// SPDX-License-Identifier: GPL-3.0-or-later
#include "parse.hpp"

#include <stdexcept>
#include <string>

#include "base/text.hpp"

namespace foyer::reference {
namespace {

Cells cellsOf(std::string_view line) {
  Cells cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

void eachRow(std::string_view pack, std::size_t columns, std::size_t filled,
             const std::function<void(const Cells&)>& each) {
  for (int number = 1; !pack.empty(); ++number) {
    const std::size_t end = pack.find('\n');
    const std::string_view line = pack.substr(0, end);
    pack.remove_prefix(end == std::string_view::npos ? pack.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    const Cells cells = cellsOf(line);
    bool sound = cells.size() == columns && isUtf8(line);
    for (std::size_t i = 0; sound && i < filled; ++i) sound = !cells[i].empty();
    if (!sound) throw std::logic_error("Line " + std::to_string(number) + " of a reference pack is damaged.");
    each(cells);
  }
}

}  // namespace foyer::reference
