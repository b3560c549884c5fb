// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace foyer::server::http {

/// The bounded pool where all blocking work happens: handlers, database, files. Thread-safe.
class WorkQueue {
 public:
  using Task = std::function<void()>;  ///< must not throw

  /// `capacity` bounds the tasks that wait; the ones that run are not counted.
  WorkQueue(std::size_t threads, std::size_t capacity);
  ~WorkQueue();
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  /// False when the queue is full or stopped: answer "busy".
  bool tryPost(Task task);
  /// For the next step of work that was let in before; never refused, in front of new work. Bounded by the
  /// number of connections. After `stop` the task runs on the calling thread.
  void postNext(Task task);
  std::size_t waiting() const;
  std::size_t threads() const { return m_threads.size(); }
  /// Finishes what is queued, then ends the threads. Safe to call twice.
  void stop();

 private:
  void run();

  const std::size_t m_capacity;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Task> m_new, m_next;
  bool m_stopping = false;
  std::vector<std::thread> m_threads;
};

}  // namespace foyer::server::http
