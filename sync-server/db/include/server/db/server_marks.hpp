// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "server/db/pool.hpp"

/// How far this database has come in what is kept outside of it.
namespace foyer::server {

/// Number of the last ledger entry whose deed is surely in the database.
inline constexpr std::string_view kLedgerMark = "ledger";

/// 0 = never set.
std::int64_t serverMark(Pool& pool, std::string_view name);
/// Never goes back.
void raiseServerMark(Pool& pool, std::string_view name, std::int64_t value);

}  // namespace foyer::server
