// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "fault_store.hpp"
#include "protocol/codec.hpp"
#include "server/sync/live_hub.hpp"
#include "server/sync/sync_service.hpp"
#include "sim_rules.hpp"

namespace foyer::test {

/// What a server process writes to: its end of one connection.
class Outgoing {
 public:
  virtual ~Outgoing() = default;
  /// False: there is no room. An answer is always taken.
  virtual bool put(std::shared_ptr<const std::string> bytes, bool binary, bool answer) = 0;
  /// The server ends the connection.
  virtual void hangUp() = 0;
};

class ServerProcess;

/// The server's end of one connection. Plays the thin part between sockets and the sync room.
class ServerSession final : public server::LiveSink, public std::enable_shared_from_this<ServerSession> {
 public:
  ServerSession(ServerProcess& process, const server::Principal& who, std::shared_ptr<Outgoing> out)
      : m_process(process), m_who(who), m_out(std::move(out)) {}
  void received(const protocol::Frame& frame);
  void closed();
  const std::shared_ptr<Outgoing>& out() const { return m_out; }

  bool send(std::shared_ptr<const std::string> bytes, bool binary) override {
    return m_out->put(std::move(bytes), binary, false);
  }
  void stale(const Uuid& scope) override {
    answer(protocol::encode(protocol::ServerMessage(protocol::Stale{scope})));
  }
  void scopesChanged() override {
    answer(protocol::encode(protocol::ServerMessage(protocol::ScopesChanged{})));
  }

 private:
  void answer(protocol::Frame frame);
  ServerProcess& m_process;
  server::Principal m_who;
  std::shared_ptr<Outgoing> m_out;
};

/// One run of the server's program over a database that outlives it. What it has to do later goes to
/// `later(delayMs, work)`; `work` does nothing when the process is gone by then.
class ServerProcess {
 public:
  using Later = std::function<void(std::int64_t, std::function<void()>)>;
  ServerProcess(server::ScopeStore& database, const Clock& clock, Later later);

  std::shared_ptr<ServerSession> accept(const server::Principal& who, bool live,
                                        std::shared_ptr<Outgoing> out);
  /// A message of a connection that has ended: handled, its answer lost.
  void straggler(const server::Principal& who, const protocol::Frame& frame);
  void drop(const std::shared_ptr<ServerSession>& session);
  void hangUpAll();

  FaultStore& store() { return m_store; }
  server::SyncService& service() { return m_service; }
  server::LiveHub& hub() { return m_hub; }
  /// Jobs that are due.
  void runJobs();
  /// Told after each commit of this process.
  std::function<void(const server::ScopeChange&)> onCommit;

 private:
  FaultStore m_store;
  SimRules m_rules;
  server::SyncService m_service;
  server::LiveHub m_hub;
  std::map<std::uint64_t, std::shared_ptr<ServerSession>> m_sessions;  ///< in the order in which they came
  std::uint64_t m_lastSession = 0;
  std::set<std::shared_ptr<ServerSession>> m_live;
};

/// Answers one message; an exception of the database becomes "busy". `caughtUp`: the pull that asked to
/// follow ended there.
std::optional<protocol::Frame> answerOf(server::SyncService& service, const server::Principal& who,
                                        protocol::ClientMessage message,
                                        std::optional<std::int64_t>& caughtUp);

}  // namespace foyer::test
