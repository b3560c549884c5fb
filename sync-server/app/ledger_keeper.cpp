// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_keeper.hpp"

#include "options.hpp"
#include "server/ops/log.hpp"

namespace foyer::server::app {
namespace {

/// Longer than any transaction between writing an entry and committing its deed.
constexpr std::chrono::minutes kTell{1};

void applied(int entries) {
  if (entries > 0) ops::logInfo("ledger applied", {{"entries", entries}});
}

}  // namespace

Result<std::unique_ptr<LedgerKeeper>> LedgerKeeper::open(const config::Config& config, Pool& pool) {
  auto ledger = Ledger::open(ledgerFile(config));
  if (!ledger) return ledger.error();
  return std::unique_ptr<LedgerKeeper>(new LedgerKeeper(std::move(*ledger), pool));
}

void LedgerKeeper::begin(ScopeCommands& commands, LedgerFollower::Erase erase) {
  m_follower = std::make_unique<LedgerFollower>(*m_ledger, m_pool, commands, std::move(erase));
  applied(m_follower->replay());
  m_ticker = std::make_unique<Ticker>(kTell, [this] { applied(m_follower->tell()); });
}

void LedgerKeeper::wentBack() { applied(m_follower->replay()); }

void LedgerKeeper::stop() {
  if (m_ticker) m_ticker->stop();
}

}  // namespace foyer::server::app
