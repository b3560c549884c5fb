// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "photos/examine.hpp"
#include "photos/scan.hpp"
#include "store/imports.hpp"

namespace foyer::photos {

/// A file and what was read out of it.
struct Finished {
  store::ImportFile file;
  Result<Examined> examined = Error{};
};

/// Threads that scan folders and examine files, and the two queues between them and the owner. The owner
/// gives only as much as it wants to keep in memory.
class Workers {
 public:
  Workers(int threads, std::function<void()> wake);
  /// Waits for what is being read right now.
  ~Workers();

  void scan(std::vector<std::string> roots);
  std::optional<Result<std::vector<Found>>> scanned();

  void examine(store::ImportFile file);
  /// What is finished, in the order in which it was given; nothing that comes after something unfinished.
  std::vector<Finished> finished();
  /// Given and not yet taken back.
  std::size_t inFlight() const { return m_order.size(); }
  /// Forgets what nobody has begun to read; what was read already is forgotten as well.
  void clear();

 private:
  void run();
  bool batchIsReady() const;

  mutable std::mutex m_mutex;
  std::condition_variable m_work;
  std::deque<std::function<void()>> m_jobs;
  std::map<std::int64_t, Finished> m_finished;
  std::optional<Result<std::vector<Found>>> m_scanned;
  std::size_t m_running = 0;
  std::uint64_t m_generation = 0;    ///< what was given before clear() is dropped when it ends
  std::deque<std::int64_t> m_order;  ///< the owner's only
  std::atomic<bool> m_stop{false};
  std::function<void()> m_wake;
  std::vector<std::thread> m_threads;
};

}  // namespace foyer::photos
