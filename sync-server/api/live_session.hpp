// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

#include "frames.hpp"
#include "server/http/live.hpp"
#include "server/sync/live_hub.hpp"

namespace foyer::server::api {

/// The sending side of one live client. Answers wait when the connection's queue is full; changes don't: the
/// client is told that it is stale, and pulls. Thread-safe.
class LiveSender final : public LiveSink {
 public:
  /// `ended`: whether the client's sign-in is over.
  LiveSender(std::shared_ptr<http::LiveConnection> connection, std::function<bool()> ended)
      : m_connection(std::move(connection)), m_ended(std::move(ended)) {}

  bool send(std::shared_ptr<const std::string> bytes, bool binary) override;
  void stale(const Uuid& scope) override;
  void scopesChanged() override;

  void answer(protocol::Frame frame);
  void message(const protocol::ServerMessage& message) { answer(protocol::encode(message)); }
  /// There is room again.
  void drained();
  /// False: the sign-in has ended, and the connection is being closed.
  bool signedIn();

 private:
  void flush();  ///< with the lock held
  std::shared_ptr<http::LiveConnection> m_connection;
  std::function<bool()> m_ended;
  std::mutex m_mutex;
  std::deque<std::pair<std::shared_ptr<const std::string>, bool>> m_waiting;
};

/// One WebSocket on /api/v1/sync/live: the same messages as over HTTP, and changes as they commit.
class SyncSession final : public http::LiveSession {
 public:
  SyncSession(SyncService& service, LiveHub& hub, const Principal& who, std::shared_ptr<LiveSender> sender);
  void onOpen() override;
  void onMessage(std::string message, bool binary) override;
  void onDrained() override;
  void onStopping() override;
  void onClose() noexcept override;

 private:
  SyncService& m_service;
  LiveHub& m_hub;
  Principal m_who;
  std::shared_ptr<LiveSender> m_sender;
};

}  // namespace foyer::server::api
