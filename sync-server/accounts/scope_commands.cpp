// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/scope_commands.hpp"

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

Error strange() { return {Code::notFound, "id", "There is nothing of this id, or you are not part of it."}; }

/// One short query while the lock is held: people join families rarely.
std::map<Uuid, std::string> namesOf(AccountService& accounts, const std::vector<Uuid>& ids) {
  return accounts.store().query("account.names", [&](AccountTx& tx) {
    std::map<Uuid, std::string> out;
    for (const Uuid& id : ids) {
      if (const auto row = tx.account(id)) out[id] = row->displayName;
    }
    return out;
  });
}

}  // namespace

bool isManager(std::string_view role) {
  return role == "owner" || role == "admin" || role == "coordinator" || role == "staff";
}

int countRole(ScopeWriter& writer, std::string_view role) {
  int count = 0;
  for (const Member& member : writer.tx().members()) count += member.role == role ? 1 : 0;
  return count;
}

std::string ScopeCommands::roleIn(const Uuid& scope, schema::Scope kind, const Acting& who) {
  const auto row = m_sync.store().scope(scope);
  if (!row || row->kind != kind) throw strange();
  const auto role = m_sync.store().roleOf(scope, who.account);
  if (!role) throw strange();
  return *role;
}

void ScopeCommands::write(const Uuid& scope, const Acting& who,
                          const std::function<void(ScopeWriter&, const std::string&)>& fn,
                          std::vector<RecordKey> records) {
  Want want;
  want.account = who.account;
  want.records = std::move(records);
  m_sync.write(scope, want, [&](ScopeWriter& writer) {
    const auto role = writer.tx().roleOf(who.account);
    if (!writer.tx().born() || !role) throw strange();
    fn(writer, *role);
  });
}

void ScopeCommands::writeAsServer(const Uuid& scope, const std::function<void(ScopeWriter&)>& fn,
                                  std::vector<RecordKey> records) {
  Want want;
  want.records = std::move(records);
  m_sync.write(scope, want, fn);
}

void ScopeCommands::join(ScopeWriter& writer, const Uuid& account, const std::string& role) {
  writer.setMember(account, role);
  m_accounts.note(LedgerKind::joined, writer.tx().row().scope, account, role);
  const schema::Collection& members = schema::collection("members");
  std::vector<std::pair<RecordKey, Uuid>> nameless;
  std::vector<Uuid> ids;
  for (const Member& member : writer.tx().members()) {
    const RecordKey key{&members,
                        crypto::derivedId(writer.tx().row().scope, members.name, {member.account.str()})};
    const merge::ServerRecord* found = writer.tx().find(key);
    if (found == nullptr || found->row.state != model::State::live ||
        !found->row.text("display_name").empty())
      continue;
    nameless.emplace_back(key, member.account);
    ids.push_back(member.account);
  }
  const auto names = namesOf(m_accounts, ids);
  for (const auto& [key, id] : nameless) {
    const auto name = names.find(id);
    if (name != names.end() && !name->second.empty()) writer.set(key, "display_name", name->second);
  }
}

std::vector<model::Record> ScopeCommands::all(const Uuid& scope, std::string_view collection) {
  auto found = m_sync.store().readAll(scope, schema::collection(collection));
  return found ? std::move(found->records) : std::vector<model::Record>();
}

void ScopeCommands::audit(ScopeWriter& writer, std::string_view category, std::string_view action,
                          const Acting& who, std::string subject, std::string_view severity) {
  AuditEntry entry;
  entry.category = category;
  entry.severity = severity;
  entry.action = action;
  entry.actor = who.account;
  entry.device = who.device;
  entry.scope = writer.tx().row().scope;
  entry.subject = std::move(subject);
  entry.peer = who.visit.peer;
  entry.requestId = who.visit.requestId;
  writer.tx().audit(std::move(entry));
}

}  // namespace foyer::server
