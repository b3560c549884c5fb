// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"

namespace foyer::test {

std::optional<protocol::Frame> answerOf(server::SyncService& service, const server::Principal& who,
                                        protocol::ClientMessage message,
                                        std::optional<std::int64_t>& caughtUp) {
  const auto problem = [](std::optional<Uuid> scope, const Error& error) {
    return protocol::encode(protocol::ServerMessage(protocol::Problem{scope, error}));
  };
  std::optional<Uuid> scope;
  if (const auto* push = std::get_if<protocol::Push>(&message)) scope = push->scope;
  try {
    if (const auto* pull = std::get_if<protocol::Pull>(&message)) {
      scope = pull->scope;
      const auto page = service.pull(who, *pull);
      if (!page) return problem(scope, page.error());
      if (pull->follow && !page->header.more) caughtUp = page->header.head;
      return page->encode();
    }
    const auto answer = service.answer(who, std::move(message));
    if (!answer) return std::nullopt;
    return protocol::encode(*answer);
  } catch (const std::exception&) {
    return problem(scope, {Code::busy, {}, "The server could not do this now."});
  }
}

void ServerSession::answer(protocol::Frame frame) {
  m_out->put(std::make_shared<const std::string>(std::move(frame.bytes)), frame.binary, true);
}

void ServerSession::received(const protocol::Frame& frame) {
  auto message = protocol::decodeClient(frame.bytes, frame.binary);
  if (!message)
    return answer(
        protocol::encode(protocol::ServerMessage(protocol::Problem{std::nullopt, message.error()})));
  if (const auto* unfollow = std::get_if<protocol::Unfollow>(&*message))
    return m_process.hub().unfollow(unfollow->scope, shared_from_this());
  std::optional<Uuid> follows;
  if (const auto* pull = std::get_if<protocol::Pull>(&*message); pull && pull->follow) follows = pull->scope;
  std::optional<std::int64_t> caughtUp;
  auto frameBack = answerOf(m_process.service(), m_who, std::move(*message), caughtUp);
  if (frameBack) answer(std::move(*frameBack));
  if (follows && caughtUp) m_process.hub().follow(*follows, m_who, shared_from_this(), *caughtUp);
}

void ServerSession::closed() { m_process.drop(shared_from_this()); }

ServerProcess::ServerProcess(server::ScopeStore& database, const Clock& clock, Later later)
    : m_store(database),
      m_service(m_store, clock, m_rules),
      m_hub(m_service, [later](std::function<void()> task) { later(1, std::move(task)); }) {
  m_service.onCommitted([this](const server::ScopeChange& change) {
    m_hub.changed(change);
    if (onCommit) onCommit(change);
  });
}

std::shared_ptr<ServerSession> ServerProcess::accept(const server::Principal& who, bool live,
                                                     std::shared_ptr<Outgoing> out) {
  auto session = std::make_shared<ServerSession>(*this, who, std::move(out));
  m_sessions[++m_lastSession] = session;
  if (live) {
    m_live.insert(session);
    m_hub.connect(who, session);
  }
  return session;
}

void ServerProcess::straggler(const server::Principal& who, const protocol::Frame& frame) {
  auto message = protocol::decodeClient(frame.bytes, frame.binary);
  std::optional<std::int64_t> ignored;
  if (message) answerOf(m_service, who, std::move(*message), ignored);
}

void ServerProcess::drop(const std::shared_ptr<ServerSession>& session) {
  if (m_live.erase(session) > 0) m_hub.disconnect(session);
  std::erase_if(m_sessions, [&](const auto& entry) { return entry.second == session; });
}

void ServerProcess::hangUpAll() {
  const auto all = m_sessions;
  for (const auto& [number, session] : all) session->out()->hangUp();
  m_sessions.clear();
}

void ServerProcess::runJobs() {
  while (m_service.runJob([](const server::Job&, std::string_view) {})) {
  }
}

}  // namespace foyer::test
