// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "database.hpp"

namespace foyer::store {

/// The shown row and the mutation of one edit, inside a transaction of the caller. An error: to be undone.
std::optional<Error> writeOne(Database& d, const Edit& edit);

}  // namespace foyer::store
