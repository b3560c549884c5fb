// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "server/sync/sync_service.hpp"

namespace foyer::server {

/// Runs queued jobs on a thread of its own, beside any number of other processes: a claimed job is hidden
/// from them and comes back by itself if this process dies. A job that fails is tried again later and keeps
/// nobody waiting.
class JobRunner {
 public:
  /// Told about each failure. Called on the runner's thread.
  using Failed = std::function<void(const Job& job, std::string_view why)>;

  JobRunner(SyncService& service, Failed failed) : m_service(service), m_failed(std::move(failed)) {}
  ~JobRunner();
  void start();
  /// Finishes the job that runs and ends the thread. Safe to call twice.
  void stop();
  /// There may be work: called after commits. Cheap, thread-safe.
  void wake();

 private:
  void loop();
  SyncService& m_service;
  Failed m_failed;
  std::mutex m_mutex;
  std::condition_variable m_signal;
  bool m_stopping = false;
  bool m_woken = true;
  std::thread m_thread;
};

}  // namespace foyer::server
