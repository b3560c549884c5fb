// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>

#include "server/accounts/scope_commands.hpp"
#include "server/db/pool.hpp"
#include "server/ledger/ledger.hpp"

namespace foyer::server {

/// Keeps a database level with the ledger beside it (law 11): does again what a database that went back has
/// forgotten, before the server starts and while it runs, and tells the database how far it has come. The
/// mark never passes an entry whose deed may be missing. Thread-safe; blocks.
class LedgerFollower {
 public:
  /// Gets erasures, and withdrawals of consents and keys.
  using Erase = std::function<void(const LedgerEntry&)>;
  LedgerFollower(Ledger& ledger, Pool& pool, ScopeCommands& commands, Erase erase)
      : m_ledger(ledger), m_pool(pool), m_commands(commands), m_erase(std::move(erase)) {}

  /// Does again all that is above the database's mark. Before requests are taken, and whenever something
  /// shows that the database went back. Returns how many entries there were.
  int replay();
  /// One turn, regularly: replays if the database went back since the turn before; else tells it what was on
  /// disk at that turn, whose deeds are committed by now. Returns how many entries were replayed.
  int tell();

 private:
  int replayNow();

  Ledger& m_ledger;
  Pool& m_pool;
  ScopeCommands& m_commands;
  Erase m_erase;
  std::mutex m_mutex;
  std::int64_t m_told = 0;
  std::int64_t m_seen = 0;  ///< at the last turn: what was committed with it is in the database by now
  std::int64_t m_beat = 0;  ///< written at the last turn; a database with a lower one went back
};

}  // namespace foyer::server
