// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.hpp"

namespace foyer::store {

/// Drops a scope with its rows and what was made of them. Its queue stays as it is. Inside a transaction.
void forgetRows(Database& d, const Uuid& scope);

}  // namespace foyer::store
