// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "base/result.hpp"
#include "server/accounts/scope_commands.hpp"
#include "server/config/config.hpp"
#include "server/db/pool.hpp"
#include "server/ledger/ledger.hpp"
#include "ticker.hpp"

namespace foyer::server::app {

/// The ledger of a running server: what the database forgot is done again before anybody is served, and from
/// then on the database is told now and then how far it has come. The pool outlives it.
class LedgerKeeper {
 public:
  static Result<std::unique_ptr<LedgerKeeper>> open(const config::Config& config, Pool& pool);
  ~LedgerKeeper() { stop(); }

  Ledger& ledger() { return *m_ledger; }
  /// Once, before requests are taken. `erase` gets erasures, and withdrawals of consents and keys.
  void replay(ScopeCommands& commands, const std::function<void(const LedgerEntry&)>& erase);
  void stop();

 private:
  LedgerKeeper(std::unique_ptr<Ledger> ledger, Pool& pool) : m_ledger(std::move(ledger)), m_pool(pool) {}
  void tell();

  std::unique_ptr<Ledger> m_ledger;
  Pool& m_pool;
  std::int64_t m_told = 0;
  std::int64_t m_seen = 0;  ///< at the last turn: what was committed with it is in the database by now
  std::unique_ptr<Ticker> m_ticker;
};

}  // namespace foyer::server::app
