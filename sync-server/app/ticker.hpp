// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace foyer::server::app {

/// Runs something again and again on a thread of its own, first after one interval. An exception is logged,
/// and the next turn comes all the same.
class Ticker {
 public:
  Ticker(std::chrono::milliseconds interval, std::function<void()> work);
  ~Ticker();
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;
  /// Waits for a turn that runs. Safe to call twice.
  void stop();

 private:
  void run();
  const std::chrono::milliseconds m_interval;
  const std::function<void()> m_work;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace foyer::server::app
