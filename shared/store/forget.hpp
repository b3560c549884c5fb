// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.hpp"

namespace foyer::store {

/// Drops a scope with its rows and what was made of them. Its queue stays as it is. Inside a transaction.
void forgetRows(Database& d, const Uuid& scope);

/// Once in the life of a file, when it is opened with a key: seals what outlived leaving a scope before.
void sealWhatWasLeft(Database& d);

}  // namespace foyer::store
