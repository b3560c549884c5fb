// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.hpp"

namespace foyer::store {

/// Records became tombstones (Database::erased): what this device had told the server of them, or given up,
/// and their place in the search index go too. What is left of their words in free pages is swept out by one
/// of the next tidy(). What needs attention stays: it is nowhere else. Inside a transaction.
void forgetErased(Database& d);

/// When records were erased since, and at most once a day: the index is written anew, and purge() has to give
/// back the pages that were freed.
void sweepErased(Database& d);

}  // namespace foyer::store
