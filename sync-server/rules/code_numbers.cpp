// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/code_numbers.hpp"

namespace foyer::server {

void CodeNumbers::keepLedger(Ledger& ledger) {
  const std::lock_guard lock(m_mutex);
  m_ledger = std::make_unique<CodeLedger>(ledger);
}

std::int64_t CodeNumbers::number(ScopeStore& store, const std::string& kind, const std::string& country,
                                 const Uuid& subject, std::int64_t nowMs) {
  const std::lock_guard lock(m_mutex);
  CodeClaim claim{kind, country, subject, 0, 0};
  if (!m_ledger) return store.claimCode(claim, [](std::int64_t) {});
  m_ledger->catchUp();
  claim.known = m_ledger->numberOf(kind, country, subject);
  claim.taken = m_ledger->highest(kind, country);
  return store.claimCode(claim, [&](std::int64_t number) {
    if (claim.known == 0) m_ledger->promise(kind, country, subject, number, nowMs);
  });
}

}  // namespace foyer::server
