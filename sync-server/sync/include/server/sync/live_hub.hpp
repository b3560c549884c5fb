// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <climits>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// The sending side of one live client, as the hub sees it. Thread-safe; must not call the hub back.
class LiveSink {
 public:
  virtual ~LiveSink() = default;
  /// Queues one frame; the bytes are shared with others. False: its queue is full or it is gone.
  virtual bool send(std::shared_ptr<const std::string> bytes, bool binary) = 0;
  /// It was too slow and no longer follows: tell it, once there is room, to pull.
  virtual void stale(const Uuid& scope) = 0;
  /// Memberships changed: tell it to say hello again.
  virtual void scopesChanged() = 0;
};

/// Who follows which scope, and what they get after each commit: read once and encoded once per scope and
/// schema level, shared by all followers that stand at the same version. Reading runs on the executor, one
/// reader per scope at a time, so that commits in quick succession join. Thread-safe.
class LiveHub {
 public:
  /// Runs a task on a worker that may block; never refuses. Called without a lock held.
  using Executor = std::function<void(std::function<void()>)>;

  LiveHub(SyncService& service, Executor executor) : m_service(service), m_executor(std::move(executor)) {}

  void connect(const Principal& who, std::shared_ptr<LiveSink> sink);
  void disconnect(const std::shared_ptr<LiveSink>& sink);
  /// `sink` has everything up to `at`, and was just sent that. It gets what came meanwhile and what comes, as
  /// its schema level knows it.
  void follow(const Uuid& scope, const Principal& who, std::shared_ptr<LiveSink> sink, std::int64_t at,
              int level = schema::kSchemaLevel);
  void unfollow(const Uuid& scope, const std::shared_ptr<LiveSink>& sink);

  /// From the commit hook, or from another process's notification: a hint, may be early, late or doubled.
  void changed(const ScopeChange& change);
  /// Covers lost hints: compares the heads of all followed scopes. Who is ahead of one says hello again.
  void poll();

  std::size_t followers() const;

 private:
  struct Follower {
    std::shared_ptr<LiveSink> sink;
    Principal who;
    std::int64_t at = 0;
    int level = schema::kSchemaLevel;
  };
  struct Feed {
    std::map<LiveSink*, Follower> followers;
    std::int64_t head = 0;  ///< highest one heard of
    /// The latest commits, by the head before them: who stands there needs no reading.
    std::map<std::int64_t, std::shared_ptr<const CommittedRows>> commits;
    std::int64_t membersVersion = 0;  ///< of the list that was last checked
    bool running = false;
    bool again = false;
  };

  static bool needsRun(Feed& feed);  ///< marks it as running; true: the caller starts it, without the lock
  void tryCheckMembers(const Uuid& scope);
  void run(const Uuid& scope, int rounds = INT_MAX);  ///< after them the executor goes on
  bool deliver(const Uuid& scope);                    ///< one round; true: there may be more
  bool deliverFrom(const Uuid& scope, std::int64_t at, int level, const std::vector<Follower>& group);
  std::optional<PageAnswer> changesFrom(const Uuid& scope, std::int64_t at, int level);
  void checkMembers(const Uuid& scope, std::int64_t membersVersion);
  void drop(const Uuid& scope, LiveSink* sink);

  SyncService& m_service;
  Executor m_executor;
  mutable std::mutex m_mutex;
  std::map<Uuid, Feed> m_feeds;
  std::map<LiveSink*, std::pair<Principal, std::shared_ptr<LiveSink>>> m_connected;
};

}  // namespace foyer::server
