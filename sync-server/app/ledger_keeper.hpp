// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/result.hpp"
#include "server/accounts/ledger_follower.hpp"
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
  /// Once, before requests are taken; from then on regularly. `commands` outlive it.
  void begin(ScopeCommands& commands, LedgerFollower::Erase erase);
  /// Something showed that the database went back: does again what it forgot.
  void wentBack();
  void stop();

 private:
  LedgerKeeper(std::unique_ptr<Ledger> ledger, Pool& pool) : m_ledger(std::move(ledger)), m_pool(pool) {}

  std::unique_ptr<Ledger> m_ledger;
  Pool& m_pool;
  std::unique_ptr<LedgerFollower> m_follower;
  std::unique_ptr<Ticker> m_ticker;
};

}  // namespace foyer::server::app
