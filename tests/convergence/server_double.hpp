// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "base/clock.hpp"
#include "protocol/codec.hpp"
#include "server/db/memory_store.hpp"
#include "server/sync/rules.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::test {

/// One connection as the server sees it. Frames in `down` have not reached the device yet.
struct Session {
  server::Principal who;
  bool live = true;
  std::map<Uuid, std::int64_t> following;  ///< scope -> version the device has been sent
  std::deque<protocol::Frame> down;
};

/// The server's real sync logic over memory, with the live side played by this class: who follows what, and
/// what a connection is told unasked. Processes come and go; the data stays.
class ServerDouble {
 public:
  explicit ServerDouble(const Clock& clock) : m_clock(clock) { startProcess(); }

  /// Every connection ends, a new process serves the same data.
  void startProcess();
  Session* connect(const server::Principal& who, bool live);
  void disconnect(Session* session);
  /// One frame from a device. Without a session it is a straggler of a dead connection: handled, its answer
  /// lost.
  void receive(Session* session, const server::Principal& who, const protocol::Frame& frame);
  /// A slow reader: following ends, the device is told to pull again.
  void makeStale(Session* session);

  void createPerson(const Uuid& account) { m_service->createPerson(account); }
  void setMember(const Uuid& scope, const Uuid& account, const std::string& role);
  void removeMember(const Uuid& scope, const Uuid& account);

  std::set<Uuid> scopesOf(const Uuid& account);
  std::optional<server::ScopeRow> scope(const Uuid& id) { return m_store.scope(id); }
  /// Canonical lines by collection and id, and the records themselves.
  std::vector<std::string> exportScope(const Uuid& scope);
  std::vector<model::Record> records(const Uuid& scope);

 private:
  void tellScopesChanged(const Uuid& account);
  void committed(const Uuid& scope);
  void follow(Session& session, const Uuid& scope);

  const Clock& m_clock;
  server::MemoryStore m_store;
  server::Rules m_rules;
  std::unique_ptr<server::SyncService> m_service;
  std::set<Session*> m_sessions;
  std::set<std::unique_ptr<Session>> m_owned;
};

}  // namespace foyer::test
