// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>

#include "server/http/server.hpp"

namespace foyer::test {

/// Lets handlers wait until a test opens it.
class Gate {
 public:
  void open();
  void wait();
  void waitForArrivals(int count);

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_open = false;
  int m_arrived = 0;
};

/// What the upload endpoint of the test application saw.
struct SinkLog {
  std::mutex mutex;
  std::string bytes;
  std::atomic<bool> finished{false}, aborted{false};

  std::string taken() {
    const std::lock_guard lock(mutex);
    return bytes;
  }
  void clear() {
    const std::lock_guard lock(mutex);
    bytes.clear();
  }
};

/// A server with one endpoint of every kind, on a free port.
class TestApp {
 public:
  explicit TestApp(server::http::ServerOptions options = {}, std::size_t threads = 4,
                   std::size_t capacity = 64);
  std::uint16_t port() const { return m_server.port(); }
  server::http::Server& server() { return m_server; }
  server::http::WorkQueue& queue() { return m_queue; }

  Gate gate;
  SinkLog sink;
  std::atomic<int> sessionsClosed{0};
  std::atomic<int> drained{0};

 private:
  void addEndpoints();
  SystemClock m_clock;
  server::http::Router m_router;
  server::http::WorkQueue m_queue;
  server::http::Server m_server;
};

}  // namespace foyer::test
