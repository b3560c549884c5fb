// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/ledger_replay.hpp"

#include <charconv>

#include "crypto/derived_id.hpp"
#include "revocations.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

bool live(ScopeWriter& writer, const RecordKey& key) {
  const merge::ServerRecord* found = writer.tx().find(key);
  return found != nullptr && found->row.state == model::State::live;
}

void removeMember(const LedgerEntry& entry, ScopeCommands& commands) {
  commands.writeAsServer(entry.scope, [&](ScopeWriter& writer) {
    if (writer.tx().born()) writer.removeMember(entry.subject);
  });
}

/// Whoever was let in after the backup keeps what lies there. A scope that is not there yet asks the ledger
/// when it is made again.
void letIn(const LedgerEntry& entry, ScopeCommands& commands) {
  commands.writeAsServer(entry.scope, [&](ScopeWriter& writer) {
    if (!writer.tx().born() || writer.tx().roleOf(entry.subject) == entry.detail) return;
    writer.setMember(entry.subject, entry.detail);
  });
}

void endKioskAgain(const LedgerEntry& entry, ScopeCommands& commands) {
  const Uuid gate = crypto::gateScopeOf(entry.scope);
  const RecordKey key = kioskRecord(gate, entry.subject);
  commands.writeAsServer(gate,
                         [&](ScopeWriter& writer) {
                           if (!writer.tx().born()) return;
                           writer.removeMember(entry.subject);
                           if (live(writer, key)) endKiosk(writer, entry.subject, entry.atMs);
                         },
                         {key});
  commands.accounts().endAgain(entry);
}

void revokeBadgeAgain(const LedgerEntry& entry, ScopeCommands& commands) {
  std::int64_t issue = 0;
  std::from_chars(entry.detail.data(), entry.detail.data() + entry.detail.size(), issue);
  const RecordKey key{&schema::collection("assignments"), entry.subject};
  commands.writeAsServer(entry.scope,
                         [&](ScopeWriter& writer) {
                           if (!writer.tx().born() || !live(writer, key)) return;
                           model::Record record = writer.tx().find(key)->row;
                           if (record.number("badge_issue") != issue) return;
                           record.at("badge_state") = std::string("revoked");
                           record.at("badge_code") = model::Value{};
                           writer.put(record);
                           writer.tx().queueFor(kGateJob, entry.subject);
                         },
                         {key});
  commands.writeAsServer(crypto::gateScopeOf(entry.scope), [&](ScopeWriter& writer) {
    if (writer.tx().born()) revokeAtGate(writer, {entry.subject, issue, entry.atMs, {}, {}});
  });
}

}  // namespace

int replayLedger(std::span<const LedgerEntry> entries, ScopeCommands& commands,
                 const std::function<void(const LedgerEntry&)>& erase) {
  for (const LedgerEntry& entry : entries) {
    switch (entry.kind) {
      case LedgerKind::member:
        removeMember(entry, commands);
        break;
      case LedgerKind::joined:
        letIn(entry, commands);
        break;
      case LedgerKind::session:
      case LedgerKind::sessions:
        commands.accounts().endAgain(entry);
        break;
      case LedgerKind::kiosk:
        endKioskAgain(entry, commands);
        break;
      case LedgerKind::badge:
        revokeBadgeAgain(entry, commands);
        break;
      case LedgerKind::erasure:
      case LedgerKind::consent:
      case LedgerKind::key:
        if (erase) erase(entry);
        break;
      case LedgerKind::code:  // read by whoever gives the next one
        break;
    }
  }
  return static_cast<int>(entries.size());
}

}  // namespace foyer::server
