// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "database.hpp"
#include "protocol/messages.hpp"

/// Points of a scope's history that this device has been at (law 11). Inside a transaction of the caller.
namespace foyer::store {

/// Adds the newest point, and thins out the older ones: each is kept about four times as long ago as the one
/// after it, from a minute to a month.
void addMark(Database& d, const Uuid& scope, const protocol::ChainMark& mark);

}  // namespace foyer::store
