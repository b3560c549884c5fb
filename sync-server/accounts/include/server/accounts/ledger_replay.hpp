// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include "server/accounts/scope_commands.hpp"
#include "server/ledger/ledger.hpp"

namespace foyer::server {

/// Does again what the ledger says and a database that came back from a backup has forgotten (law 11):
/// members removed, sessions and kiosks ended, badges revoked. What is done already stays as it is. Erasures
/// are others' affair: `erase` gets them. Returns how many entries there were.
int replayLedger(std::span<const LedgerEntry> entries, ScopeCommands& commands,
                 const std::function<void(const LedgerEntry&)>& erase = {});

}  // namespace foyer::server
