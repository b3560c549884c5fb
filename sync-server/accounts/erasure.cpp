// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/erasure.hpp"

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "server/sync/erasure.hpp"

namespace foyer::server {
namespace {

constexpr std::string_view kAccount = "account";
constexpr std::string_view kScope = "scope";
constexpr std::string_view kRecord = "record ";  // and the collection

std::string recordKind(const RecordKey& key) {
  return std::string(kRecord) + std::string(key.collection->name);
}

}  // namespace

Eraser::Eraser(AccountService& accounts, SyncService& sync, Ledger* ledger, std::function<void()> dropBlobs)
    : m_accounts(accounts), m_sync(sync), m_ledger(ledger), m_dropBlobs(std::move(dropBlobs)) {}

Result<void> Eraser::eraseOwn(const Uuid& account, std::string_view password, Visit& visit) {
  if (auto right = m_accounts.confirm(account, password, visit); !right) return right;
  eraseAccount(account, visit);
  return {};
}

void Eraser::begin(const Uuid& subject, std::string_view kind, const Uuid& scope, const Visit& visit) {
  AuditEntry entry;
  entry.category = "erasure";
  entry.severity = "warning";
  entry.action = "erasure." + std::string(kind);
  entry.scope = scope;
  entry.subject = subject.str();
  entry.peer = visit.peer;
  entry.requestId = visit.requestId;
  const std::int64_t now = m_accounts.clock().wallMs();
  m_accounts.store().transaction("erasure.begin", [&](AccountTx& tx) {
    if (tx.beginErasure(subject, kind, scope, now)) tx.audit(entry, now);
  });
}

void Eraser::finish(const Uuid& subject) {
  if (m_dropBlobs) m_dropBlobs();
  m_accounts.store().transaction(
      "erasure.finish", [&](AccountTx& tx) { tx.finishErasure(subject, m_accounts.clock().wallMs()); });
}

void Eraser::eraseAccount(const Uuid& account, const Visit& visit) {
  if (m_ledger) {
    m_ledger->append({.atMs = m_accounts.clock().wallMs(),
                      .kind = LedgerKind::erasure,
                      .scope = {},
                      .subject = account,
                      .detail = std::string(kAccount)});
  }
  begin(account, kAccount, {}, visit);
  doAccount(account);
}

void Eraser::doAccount(const Uuid& account) {
  std::vector<Uuid> ended;
  std::string email;
  const std::int64_t now = m_accounts.clock().wallMs();
  m_accounts.store().transaction("erasure.sessions", [&](AccountTx& tx) {
    ended = tx.revokeAll(account, {}, "erased", now);
    if (const auto row = tx.account(account)) email = row->email;
  });
  m_accounts.guard().revoked(ended);
  ScopeStore& scopes = m_sync.store();
  for (const ScopeMembership& membership : scopes.scopesOf(account, {})) {
    const Uuid scope = membership.scope.scope;
    if (membership.scope.kind == schema::Scope::catalog || scope == account) continue;
    const bool alone = scopes.members(scope).size() == 1 && membership.scope.kind != schema::Scope::gate;
    if (!alone) {
      m_accounts.note(LedgerKind::member, scope, account);
      erasePerson(m_sync, scope, account, email);
      continue;
    }
    if (membership.scope.kind == schema::Scope::project) m_sync.erase(crypto::gateScopeOf(scope));
    m_sync.erase(scope);
  }
  // What she left behind where she is no member any more.
  for (const Uuid& scope : scopes.scopesSeenBy(account)) {
    const auto row = scopes.scope(scope);
    if (scope == account || !row || row->kind == schema::Scope::catalog) continue;
    erasePerson(m_sync, scope, account, email);
  }
  m_sync.erase(account);
  m_accounts.store().transaction("erasure.account", [&](AccountTx& tx) { tx.forgetAccount(account, email); });
  finish(account);
}

void Eraser::eraseScope(const Uuid& scope, const Visit& visit) {
  if (m_ledger) {
    m_ledger->append({.atMs = m_accounts.clock().wallMs(),
                      .kind = LedgerKind::erasure,
                      .scope = scope,
                      .subject = scope,
                      .detail = std::string(kScope)});
  }
  begin(scope, kScope, {}, visit);
  doScope(scope);
}

void Eraser::doScope(const Uuid& scope) {
  const auto row = m_sync.store().scope(scope);
  if (row && row->kind == schema::Scope::project) m_sync.erase(crypto::gateScopeOf(scope));
  m_sync.erase(scope);
  finish(scope);
}

bool Eraser::eraseRecord(const Uuid& scope, const RecordKey& key, const Visit& visit) {
  if (m_ledger) {
    m_ledger->append({.atMs = m_accounts.clock().wallMs(),
                      .kind = LedgerKind::erasure,
                      .scope = scope,
                      .subject = key.id,
                      .detail = recordKind(key)});
  }
  begin(key.id, recordKind(key), scope, visit);
  return doRecord(scope, key);
}

bool Eraser::doRecord(const Uuid& scope, const RecordKey& key) {
  const bool there = server::eraseRecord(m_sync, scope, key);
  finish(key.id);
  return there;
}

void Eraser::run(const Uuid& subject, std::string_view kind, const Uuid& scope) {
  if (kind == kAccount) return doAccount(subject);
  if (kind == kScope) return doScope(subject);
  const auto* collection =
      kind.starts_with(kRecord) ? schema::findCollection(kind.substr(kRecord.size())) : nullptr;
  if (collection) doRecord(scope, {collection, subject});
}

int Eraser::finishOpen() {
  const auto open = m_accounts.store().query("erasure.open", [](AccountTx& tx) { return tx.openErasures(); });
  for (const ErasureRow& row : open) run(row.subject, row.kind, row.scope);
  return static_cast<int>(open.size());
}

void Eraser::again(const LedgerEntry& entry) {
  if (entry.kind != LedgerKind::erasure) return;
  const Uuid scope = entry.scope == entry.subject ? Uuid{} : entry.scope;
  begin(entry.subject, entry.detail, scope, {});
  run(entry.subject, entry.detail, scope);
}

}  // namespace foyer::server
