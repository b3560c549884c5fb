// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_session.hpp"

#include <algorithm>

#include "server/ops/log.hpp"
#include "sync_metrics.hpp"

namespace foyer::server::api {
namespace {

/// Answers that may wait for a client that asks but doesn't read.
constexpr std::size_t kWaitingAnswers = 16;
constexpr std::uint16_t kPolicy = 1008;
constexpr std::uint16_t kTryAgainLater = 1013;

}  // namespace

bool LiveSender::signedIn() {
  bool over = false;
  try {
    over = m_ended();
  } catch (...) {
    // Can't be told while the database is away; then nothing is read either.
  }
  if (over) m_connection->close(kPolicy, "signed out");
  return !over;
}

bool LiveSender::send(std::shared_ptr<const std::string> bytes, bool binary) {
  if (!signedIn()) return false;
  const std::lock_guard lock(m_mutex);
  const bool sent = m_waiting.empty() && m_connection->send(std::move(bytes), binary);
  countLiveFrame(sent);
  return sent;
}

void LiveSender::stale(const Uuid& scope) { message(protocol::Stale{scope}); }
void LiveSender::scopesChanged() { message(protocol::ScopesChanged{}); }

void LiveSender::answer(protocol::Frame frame) {
  const std::lock_guard lock(m_mutex);
  m_waiting.emplace_back(std::make_shared<const std::string>(std::move(frame.bytes)), frame.binary);
  flush();
  if (m_waiting.size() > kWaitingAnswers) m_connection->close(kTryAgainLater, "too slow");
}

void LiveSender::drained() {
  const std::lock_guard lock(m_mutex);
  flush();
}

void LiveSender::flush() {
  while (!m_waiting.empty() && m_connection->send(m_waiting.front().first, m_waiting.front().second)) {
    m_waiting.pop_front();
  }
}

SyncSession::SyncSession(SyncService& service, LiveHub& hub, const Principal& who,
                         std::shared_ptr<LiveSender> sender)
    : m_service(service), m_hub(hub), m_who(who), m_sender(std::move(sender)) {}

void SyncSession::onOpen() { m_hub.connect(m_who, m_sender); }

void SyncSession::onMessage(std::string message, bool binary) {
  if (!m_sender->signedIn()) return;
  Result<protocol::ClientMessage> decoded = protocol::decodeClient(message, binary);
  if (!decoded) return m_sender->answer(std::move(*problem({}, decoded.error()).frame));
  if (const auto* unfollow = std::get_if<protocol::Unfollow>(&*decoded)) {
    return m_hub.unfollow(unfollow->scope, m_sender);
  }
  std::optional<Uuid> follows;
  std::optional<Uuid> scope;
  int level = schema::kSchemaLevel;
  if (const auto* pull = std::get_if<protocol::Pull>(&*decoded)) {
    scope = pull->scope;
    level = std::min<int>(pull->schema, level);
    if (pull->follow) follows = pull->scope;
  }
  if (const auto* push = std::get_if<protocol::Push>(&*decoded)) scope = push->scope;
  if (const auto* sums = std::get_if<protocol::SumsRequest>(&*decoded)) scope = sums->scope;
  if (const auto* marks = std::get_if<protocol::MarksRequest>(&*decoded)) scope = marks->scope;
  if (const auto* rows = std::get_if<protocol::RowsRequest>(&*decoded)) scope = rows->scope;
  Answer answer;
  try {
    answer = answerTo(m_service, m_who, std::move(*decoded));
  } catch (const std::exception& e) {
    // One failure is this message's, not the connection's: the client keeps what it has and tries again.
    ops::logError("live message failed", {{"device", m_who.device.str()}, {"what", e.what()}});
    answer = problem(scope, {Code::busy, {}, "The server could not do this now."});
  }
  if (answer.frame) m_sender->answer(std::move(*answer.frame));
  if (follows && answer.caughtUp) m_hub.follow(*follows, m_who, m_sender, *answer.caughtUp, level);
}

void SyncSession::onDrained() { m_sender->drained(); }
void SyncSession::onStopping() { m_sender->message(protocol::Bye{"The server is stopping."}); }
void SyncSession::onClose() noexcept { m_hub.disconnect(m_sender); }

}  // namespace foyer::server::api
