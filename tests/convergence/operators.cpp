// SPDX-License-Identifier: GPL-3.0-or-later
// What happens on the server's side: its machine goes back, its trash is emptied, people come and go.
#include "schema/collections.hpp"
#include "server/sync/trash.hpp"
#include "world.hpp"

namespace foyer::test {

/// A machine's image is taken, and some time later the machine is put back to it: no restore command runs.
void World::goBack() {
  auto* memory = dynamic_cast<server::MemoryStore*>(&m_database);
  if (!memory) return;
  if (!m_image) {
    m_image = memory->image();
    m_removedSince.clear();
    return;
  }
  m_trace.say("world", [] { return std::string("the server is put back to an earlier state"); });
  for (int i = 0; i < m_plan.servers; ++i) m_server.kill(i);
  const auto before = members();
  memory->putBack(*m_image);
  m_image.reset();
  if (m_plan.has(Fault::ledger)) putBackMembers(before);
}

std::map<std::pair<Uuid, Uuid>, std::string> World::members() {
  std::map<std::pair<Uuid, Uuid>, std::string> all;
  for (const Uuid& scope : allScopes())
    for (const auto& member : m_database.members(scope)) all[{scope, member.account}] = member.role;
  return all;
}

/// Who was removed since the image stays out: a server's ledger says so when it starts. Who was taken in
/// since is not a member any more, and will be invited again. Neither has their words there, and what nobody
/// else had seen of them went with the server.
void World::putBackMembers(const std::map<std::pair<Uuid, Uuid>, std::string>& before) {
  const auto after = members();
  const SimRules rules;
  server::SyncService ledger(m_database, m_time, rules);
  const auto lost = [this](const std::pair<Uuid, Uuid>& who) {
    for (auto& device : m_devices)
      if (device->who().account == who.second) m_marks.giveUpAll(device->author(), who.first, {});
  };
  for (const auto& [who, role] : after) {
    if (before.contains(who)) continue;
    m_trace.say("world", [&] { return who.second.str() + " stays out of " + who.first.str(); });
    ledger.write(who.first, {}, [&](server::ScopeWriter& writer) { writer.removeMember(who.second); });
    lost(who);
  }
  for (const auto& who : m_removedSince) lost(who);
  for (const auto& [who, role] : before) {
    if (after.contains(who)) continue;
    lost(who);
    m_toInvite[who] = role;
  }
  // A scope that the server has never heard of begins anew with everybody who was ever in it: a device that
  // would make it again itself, and is not let in, keeps waiting.
  for (const auto& [who, role] : m_removed)
    if (!m_database.scope(who.first)) m_toInvite[who] = role;
}

/// As soon as the scope is there again.
void World::inviteAgain() {
  for (auto it = m_toInvite.begin(); it != m_toInvite.end();) {
    const Uuid scope = it->first.first;
    const Uuid account = it->first.second;
    const std::string role = it->second;
    bool done = false;
    if (m_database.scope(scope)) {
      done = m_database.roleOf(scope, account).has_value();
      if (!done) {
        m_trace.say("world", [&] { return account.str() + " is invited again to " + scope.str(); });
        done = m_server.write(scope, account, [&](server::ScopeWriter& writer) {
          if (!writer.tx().roleOf(account)) writer.setMember(account, role);
        });
      }
    }
    if (done) m_invitedAgain.insert(it->first);
    it = done ? m_toInvite.erase(it) : std::next(it);
  }
}

/// What lay in the trash for some time goes for good, and with it its marked values and their cards. Nothing
/// else may go.
void World::emptyTrash(int process) {
  struct Content {
    std::set<std::string> live, trashed;
  };
  const auto content = [this] {
    Content all;
    for (const Uuid& scope : allScopes())
      m_database.exportScope(scope, [&all](const model::Record& record) {
        const bool kept = record.state == model::State::live && record.collection->name != "conflicts";
        (kept ? all.live : all.trashed).merge(marksIn(record));
      });
    return all;
  };
  const Content before = content();
  server::TrashPolicy policy;
  policy.keepMs = m_later.between(0, 40 * 60'000);
  std::size_t purged = 0;
  m_server.inside(process, [&](ServerProcess& p) { purged = server::purgeAllTrash(p.service(), policy); });
  m_trace.say("world", [&] { return std::to_string(purged) + " records leave the trash"; });
  const Content after = content();
  for (const auto& name : before.live)
    if (!after.live.contains(name))
      m_devices.front()->complain("a purge took something that was live: " + name);
  std::set<std::string> gone = before.trashed;
  for (const auto* kept : {&after.live, &after.trashed})
    for (const auto& name : *kept) gone.erase(name);
  m_marks.giveUp(gone);
}

/// Families and projects that reached the server get the other people in.
void World::admitAll(const Uuid& scope) {
  for (const Uuid& account : m_accounts) {
    if (m_database.roleOf(scope, account)) continue;
    m_trace.say("world", [&] { return account.str() + " joins " + scope.str(); });
    m_server.write(scope, account, [&](server::ScopeWriter& writer) {
      if (!writer.tx().roleOf(account)) writer.setMember(account, "member");
    });
  }
}

void World::changeMembers() {
  inviteAgain();
  const auto scopes = allScopes();
  std::vector<Uuid> shared;
  for (const Uuid& scope : scopes) {
    const auto row = m_database.scope(scope);
    if (row && (row->kind == schema::Scope::family || row->kind == schema::Scope::project))
      shared.push_back(scope);
  }
  if (shared.empty()) return;
  const Uuid scope = shared[static_cast<std::size_t>(m_dice.below(static_cast<std::int64_t>(shared.size())))];
  const Uuid account =
      m_accounts[static_cast<std::size_t>(m_dice.below(static_cast<std::int64_t>(m_accounts.size())))];
  if (!m_founded.contains(scope)) {
    m_founded.insert(scope);
    return admitAll(scope);
  }
  const auto members = m_database.members(scope);
  const auto role = m_database.roleOf(scope, account);
  const bool project = m_database.scope(scope)->kind == schema::Scope::project;
  if (role && (*role == "owner" || *role == "coordinator")) return;
  if (m_invitedAgain.contains({scope, account})) return;
  static const std::vector<std::string> kFamily{"member", "reader", "admin"};
  static const std::vector<std::string> kProject{"staff", "member", "presence"};
  const auto& roles = project ? kProject : kFamily;
  const std::string next = role && m_dice.chance(60) ? "" : roles[static_cast<std::size_t>(m_dice.below(3))];
  m_trace.say("world", [&] { return account.str() + " is now '" + next + "' in " + scope.str(); });
  m_server.write(scope, account, [&](server::ScopeWriter& writer) {
    if (next.empty()) {
      m_removed[{scope, account}] = *role;
      m_removedSince.insert({scope, account});
      writer.removeMember(account);
    } else {
      writer.setMember(account, next);
    }
  });
}

}  // namespace foyer::test
