// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_keeper.hpp"

#include "options.hpp"
#include "server/accounts/ledger_replay.hpp"
#include "server/db/server_marks.hpp"
#include "server/ops/log.hpp"

namespace foyer::server::app {
namespace {

/// Longer than any transaction between writing an entry and committing its deed.
constexpr std::chrono::minutes kTell{1};

}  // namespace

Result<std::unique_ptr<LedgerKeeper>> LedgerKeeper::open(const config::Config& config, Pool& pool) {
  auto ledger = Ledger::open(ledgerFile(config));
  if (!ledger) return ledger.error();
  return std::unique_ptr<LedgerKeeper>(new LedgerKeeper(std::move(*ledger), pool));
}

void LedgerKeeper::replay(ScopeCommands& commands, const std::function<void(const LedgerEntry&)>& erase) {
  const std::int64_t mark = serverMark(m_pool, kLedgerMark);
  const auto entries = m_ledger->since(mark);
  if (!entries.empty()) {
    replayLedger(entries, commands, erase);
    ops::logInfo("ledger applied",
                 {{"from", mark + 1}, {"entries", static_cast<std::int64_t>(entries.size())}});
    raiseServerMark(m_pool, kLedgerMark, entries.back().number);
  }
  m_told = m_seen = m_ledger->last();
  m_ticker = std::make_unique<Ticker>(kTell, [this] { tell(); });
}

void LedgerKeeper::tell() {
  if (m_seen > m_told) raiseServerMark(m_pool, kLedgerMark, m_seen);
  m_told = m_seen;
  m_seen = m_ledger->last();
}

void LedgerKeeper::stop() {
  if (m_ticker) m_ticker->stop();
}

}  // namespace foyer::server::app
