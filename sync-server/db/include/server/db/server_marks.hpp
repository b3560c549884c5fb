// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/db/pool.hpp"

/// How far this database has come in what is kept outside of it.
namespace foyer::server {

/// Number of the last ledger entry whose deed is surely in the database.
inline constexpr std::string_view kLedgerMark = "ledger";
/// Counts the turns of all processes that keep the database level with its ledger.
inline constexpr std::string_view kLedgerBeat = "ledger.beat";

/// 0 = never set.
std::int64_t serverMark(Pool& pool, std::string_view name);
/// Never goes back.
void raiseServerMark(Pool& pool, std::string_view name, std::int64_t value);

/// What a process wrote at its last turn, and how far the ledger's mark may go now.
struct LedgerTurn {
  std::int64_t beat = 0;
  std::int64_t told = 0;
  std::int64_t seen = 0;
};
/// Raises the ledger's mark to `seen` and counts the turn; returns the count. None, and nothing changed, when
/// the database is behind what the last turn wrote: it went back.
std::optional<std::int64_t> turnLedgerMark(Pool& pool, const LedgerTurn& last);

}  // namespace foyer::server
