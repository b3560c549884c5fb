// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/types.hpp"

namespace foyer::store {

/// Fields that full-text search finds a record by; empty for collections that are not searched.
std::vector<std::string_view> searchFields(const schema::Collection& collection);
bool isSearchable(const schema::Collection& collection);

/// What a person typed as an FTS5 query: every word must be there, the last one may be unfinished. Empty when
/// nothing to search for is left.
std::string searchQuery(std::string_view typed);

}  // namespace foyer::store
