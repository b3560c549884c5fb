// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "server/ledger/ledger.hpp"

namespace foyer::server {

void CodeLedger::catchUp() {
  for (const LedgerEntry& entry : m_ledger.since(m_read)) {
    m_read = entry.number;
    if (entry.kind != LedgerKind::code) continue;
    const std::size_t space = entry.detail.rfind(' ');
    if (space == std::string::npos) continue;
    std::int64_t number = 0;
    std::from_chars(entry.detail.data() + space + 1, entry.detail.data() + entry.detail.size(), number);
    Sequence& sequence = m_sequences[entry.detail.substr(0, space)];
    sequence.highest = std::max(sequence.highest, number);
    sequence.numbers.emplace(entry.subject, number);  // the first one stays
  }
}

std::int64_t CodeLedger::numberOf(const std::string& kind, const std::string& country,
                                  const Uuid& subject) const {
  const auto sequence = m_sequences.find(kind + ' ' + country);
  if (sequence == m_sequences.end()) return 0;
  const auto number = sequence->second.numbers.find(subject);
  return number == sequence->second.numbers.end() ? 0 : number->second;
}

std::int64_t CodeLedger::highest(const std::string& kind, const std::string& country) const {
  const auto sequence = m_sequences.find(kind + ' ' + country);
  return sequence == m_sequences.end() ? 0 : sequence->second.highest;
}

void CodeLedger::promise(const std::string& kind, const std::string& country, const Uuid& subject,
                         std::int64_t number, std::int64_t nowMs) {
  LedgerEntry entry;
  entry.atMs = nowMs;
  entry.kind = LedgerKind::code;
  entry.subject = subject;
  entry.detail = kind + ' ' + country + ' ' + std::to_string(number);
  m_ledger.append(std::move(entry));
}

}  // namespace foyer::server
