// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/result.hpp"
#include "protocol/codec.hpp"
#include "store/store.hpp"
#include "sync/backoff.hpp"
#include "sync/channel.hpp"
#include "sync/corrected_clock.hpp"
#include "sync/incoming.hpp"
#include "sync/status.hpp"

namespace foyer::sync {

class ScopeSync;

/// Brings one local database and the server together: a state machine without sockets, threads, timers or
/// sleeping. The driver feeds inputs and calls tick() when nextWake() has come. Everything that matters is in
/// the store, so a connection may break and the process may die at any point; a new engine goes on.
/// Not thread-safe: one thread owns the store, the engine and the channel. The references outlive the engine.
class Engine {
 public:
  struct Options {
    std::string app;  ///< sent at hello, for the list of devices
    Uuid device;
    Random random;
    /// This database is a copy, or older than what its device has sent (law 11): nothing more is sent until
    /// takeIdentity() is called with a fresh device that the server lets in. Called once, on the engine's
    /// thread; must not call the engine back.
    std::function<void()> identityNeeded = {};
    /// Names the boot that the steady clock counts from; empty: nobody knows.
    std::string boot = {};
  };
  Engine(store::Store& store, Channel& channel, StatusSink& sink, CorrectedClock& clock, Options options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // ---- what the person or the app wants
  /// Wants to be connected from now on.
  void start();
  /// Wants to be left alone; closes the connection.
  void stop();
  /// Forgets all waits: connects now, or tries the waiting scopes now.
  void tryNow();
  /// Something was written into this scope, or a held change was retried or discarded.
  void localChange(const Uuid& scope);
  /// The same without knowing where.
  void localChange();
  /// The database belongs to this device from now on; connects when it is wanted.
  void takeIdentity(const Uuid& device);
  /// A change of identity was begun and cut off: nothing is sent before it is done.
  void changeIdentity() { needIdentity(); }
  bool identityNeeded() const { return m_identityNeeded; }
  /// The rows of this scope were found changed behind the store's back (Store::scrub): it counts as not
  /// verified until it was compared with the server and repaired.
  void recheck(const Uuid& scope);
  /// How many conflicts are open in a scope; only for the status.
  void noteForks(const Uuid& scope, std::int64_t open);

  // ---- what the transport reports
  void connected();
  void disconnected(const Error& why);
  void received(const protocol::Frame& frame);
  /// The same in two steps, for a driver that reads frames on another thread: the header as soon as it is
  /// known, then what readFrame() made. Both only of the connection that is open.
  void pageBegun(const protocol::PageHeader& header);
  void received(Incoming incoming);

  // ---- time
  void tick();
  /// Steady time at which tick() is wanted; nothing when only an input can change anything.
  std::optional<std::int64_t> nextWake() const;

  const Status& status() const { return m_status; }
  /// Connected, greeted, every scope verified and every change answered (held ones are answered).
  bool settled() const;

 private:
  class Host;
  enum class Phase : std::uint8_t { stopped, waiting, opening, greeting, up };

  void connect();
  void lost(const Error& why);
  void sayHello();
  void needIdentity();
  void send(const protocol::ClientMessage& message);
  void progress();
  bool outstanding() const;

  void take(Incoming& incoming);
  void onMessage(protocol::ServerMessage& message);
  void onWelcome(const protocol::Welcome& welcome);
  void onProblem(const protocol::Problem& problem);
  void compareClocks(std::int64_t serverWallMs);
  ScopeSync* find(const std::optional<Uuid>& scope);
  void refreshScopes();
  void startPulls();
  void settleWhenQuiet();
  void settleStore();
  void guarded(ScopeSync& scope, const std::function<void(ScopeSync&)>& work);
  /// A surprise outside any scope (the disk is full while the account or the clocks are noted) ends the
  /// connection; the next one tries again.
  void safely(const std::function<void()>& work);
  void passTime();
  std::int64_t pingAfter() const;
  std::int64_t helloEvery() const;
  void afterInput();
  Status compose() const;
  void publish();

  store::Store& m_store;
  Channel& m_channel;
  StatusSink& m_sink;
  CorrectedClock& m_clock;
  Options m_options;
  Backoff m_backoff;
  std::optional<Error> m_why;
  Status m_status;
  std::unique_ptr<Host> m_host;
  std::map<Uuid, std::unique_ptr<ScopeSync>> m_scopes;

  Phase m_phase = Phase::stopped;
  bool m_greeted = false;           ///< the connection that ended last had come that far
  std::int64_t m_offlineSince = 0;  ///< wall time
  std::int64_t m_nextTryWall = 0;
  std::int64_t m_nextTry = 0;     ///< phase waiting: when to connect
  std::int64_t m_progressAt = 0;  ///< last verified progress, or when waiting for one began
  std::int64_t m_helloAt = 0;     ///< when the last hello was sent
  std::int64_t m_welcomeAt = 0;   ///< when it was answered
  bool m_helloOut = false;
  bool m_helloAgain = false;
  std::set<Uuid> m_claimed;  ///< scopes that the last hello named as known to the server
  bool m_identityNeeded = false;
  bool m_clockCompared = false;  ///< with a server's, since this engine was made
  std::uint64_t m_pings = 0;
  bool m_pingOut = false;
  std::int64_t m_pingAt = 0;
  std::int64_t m_answerTook = 0;  ///< from the last hello or ping to its answer
  std::size_t m_maxPush = 0;      ///< as the server said
  std::size_t m_maxBytes = 0;
};

}  // namespace foyer::sync
