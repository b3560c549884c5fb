// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_double.hpp"

#include <algorithm>

namespace foyer::test {

void ServerDouble::startProcess() {
  m_sessions.clear();
  m_owned.clear();
  m_service = std::make_unique<server::SyncService>(m_store, m_clock, m_rules);
  m_service->onCommitted([this](const server::ScopeChange& change) { committed(change.scope); });
}

Session* ServerDouble::connect(const server::Principal& who, bool live) {
  auto session = std::make_unique<Session>();
  session->who = who;
  session->live = live;
  Session* raw = session.get();
  m_sessions.insert(raw);
  m_owned.insert(std::move(session));
  return raw;
}

void ServerDouble::disconnect(Session* session) {
  m_sessions.erase(session);
  std::erase_if(m_owned, [session](const auto& s) { return s.get() == session; });
}

void ServerDouble::receive(Session* session, const server::Principal& who, const protocol::Frame& frame) {
  auto message = protocol::decodeClient(frame.bytes, frame.binary);
  if (!message) {
    if (session) session->down.push_back(protocol::encode(protocol::Problem{std::nullopt, message.error()}));
    return;
  }
  std::optional<Uuid> wanted;
  if (const auto* pull = std::get_if<protocol::Pull>(&*message); pull && pull->follow) wanted = pull->scope;
  const auto* push = std::get_if<protocol::Push>(&*message);
  const bool mayBeBorn = push && !m_store.scope(push->scope);
  const Uuid scope = push ? push->scope : Uuid{};
  const auto answer = m_service->answer(who, std::move(*message));
  if (mayBeBorn && m_store.scope(scope)) tellScopesChanged(who.account);
  if (!session || !answer) return;
  session->down.push_back(protocol::encode(*answer));
  const auto* page = std::get_if<protocol::Page>(&*answer);
  if (wanted && page && !page->header.more) {
    session->following[*wanted] = page->header.head;
    follow(*session, *wanted);
  }
}

void ServerDouble::follow(Session& session, const Uuid& scope) {
  const auto at = session.following.find(scope);
  if (at == session.following.end() || !m_store.roleOf(scope, session.who.account)) return;
  const auto row = m_store.scope(scope);
  if (!row || row->head <= at->second) return;
  const auto page = m_service->changes(scope, at->second);
  if (!page) return;
  if (page->header.more) return;  // a small world: everything fits into one page
  session.down.push_back(protocol::encode(protocol::ServerMessage(page->message())));
  at->second = page->header.head;
}

void ServerDouble::committed(const Uuid& scope) {
  for (auto* session : m_sessions) follow(*session, scope);
}

void ServerDouble::makeStale(Session* session) {
  if (session->following.empty()) return;
  const Uuid scope = session->following.begin()->first;
  session->following.erase(scope);
  session->down.push_back(protocol::encode(protocol::ServerMessage(protocol::Stale{scope})));
}

void ServerDouble::setMember(const Uuid& scope, const Uuid& account, const std::string& role) {
  server::Want want;
  want.account = account;
  m_service->write(scope, want, [&](server::ScopeWriter& writer) { writer.setMember(account, role); });
  tellScopesChanged(account);
}

void ServerDouble::tellScopesChanged(const Uuid& account) {
  for (auto* session : m_sessions)
    if (session->live && session->who.account == account)
      session->down.push_back(protocol::encode(protocol::ServerMessage(protocol::ScopesChanged{})));
}

void ServerDouble::removeMember(const Uuid& scope, const Uuid& account) {
  server::Want want;
  want.account = account;
  m_service->write(scope, want, [&](server::ScopeWriter& writer) { writer.removeMember(account); });
  for (auto* session : m_sessions)
    if (session->who.account == account) session->following.erase(scope);
  tellScopesChanged(account);
}

std::set<Uuid> ServerDouble::scopesOf(const Uuid& account) {
  std::set<Uuid> all;
  for (const auto& membership : m_store.scopesOf(account, {})) all.insert(membership.scope.scope);
  return all;
}

std::vector<model::Record> ServerDouble::records(const Uuid& scope) {
  std::vector<model::Record> all;
  m_store.exportScope(scope, [&all](const model::Record& record) { all.push_back(record); });
  return all;
}

std::vector<std::string> ServerDouble::exportScope(const Uuid& scope) {
  std::vector<std::string> lines;
  for (const auto& record : records(scope)) lines.push_back(protocol::exportLine(record));
  return lines;
}

}  // namespace foyer::test
