// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "any_stream.hpp"
#include "dispatcher.hpp"

namespace foyer::server::http {

/// A connection as the stopping server sees it. Both calls may come from any thread.
class Endable {
 public:
  virtual ~Endable() = default;
  virtual void stopGently() = 0;
  virtual void cut() = 0;
};

/// The open connections. Thread-safe.
class Registry {
 public:
  void add(const std::shared_ptr<Endable>& one);
  void remove(const Endable* one);
  std::vector<std::shared_ptr<Endable>> all() const;
  std::size_t size() const;
  /// False when the time is over first.
  bool waitEmpty(std::chrono::milliseconds patience) const;

 private:
  mutable std::mutex m_mutex;
  mutable std::condition_variable m_changed;
  std::map<const Endable*, std::weak_ptr<Endable>> m_open;
};

/// What all connections of one server share; outlives them.
struct Core {
  Core(ServerOptions o, const Router& router, WorkQueue& q, const Clock& c, ServerHooks hooks)
      : options(std::move(o)), queue(q), dispatcher(router, c, std::move(hooks)) {}

  const ServerOptions options;
  WorkQueue& queue;
  const Dispatcher dispatcher;
  Registry registry;
  std::atomic<bool> stopping{false};
  std::atomic<int> working{0};  ///< tasks on workers that will come back to a connection
};

/// Runs `work` on a worker and comes back to the caller's executor; false when the queue refused. `next`
/// marks the continuation of work that was let in before, which is never refused.
asio::awaitable<bool> onWorker(Core& core, bool next, std::function<void()> work);

/// The same for code without coroutines; `done` runs on `executor`.
void onWorkerThen(Core& core, const asio::any_io_executor& executor, std::function<void()> work,
                  std::function<void()> done);

/// Serves one connection until it ends; HTTP first, then perhaps WebSocket.
void serveConnection(Core& core, std::unique_ptr<Transport> transport, std::string peer, bool tls);

/// Takes an upgraded connection over. `head` is the checked handshake, `accepted` its request. `before` is
/// let go as soon as the new owner is registered.
asio::awaitable<void> serveLive(Core& core, AnyStream stream, Head head, Accepted accepted,
                                std::shared_ptr<Endable> before);

/// Writes an answer; true when it was sent completely. `keepAlive` goes into the Connection header.
asio::awaitable<bool> writeResponse(Core& core, AnyStream& stream, const Accepted& accepted,
                                    Response response, bool http11, bool keepAlive);

}  // namespace foyer::server::http
