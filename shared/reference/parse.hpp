// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace foyer::reference {

using Cells = std::vector<std::string_view>;

/// Calls `each` with the cells of every line of `pack` that is neither empty nor a comment. Throws
/// std::logic_error with the line's number unless it has exactly `columns`, is UTF-8, and its required cells,
/// the first `filled`, are not empty.
void eachRow(std::string_view pack, std::size_t columns, std::size_t filled,
             const std::function<void(const Cells&)>& each);

}  // namespace foyer::reference
