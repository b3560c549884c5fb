// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/db/notifier.hpp"
#include "server/db/pg_store.hpp"
#include "server/http/work_queue.hpp"
#include "server/jobs/job_runner.hpp"
#include "server/rules/foyer_rules.hpp"
#include "server/sync/live_hub.hpp"
#include "server/sync/sync_service.hpp"
#include "sync_gauges.hpp"

namespace foyer::server::app {

/// Everything that sync needs at run time, wired: a commit wakes followers here, other processes and the job
/// runner.
class SyncServices {
 public:
  SyncServices(const std::string& connection, const Clock& clock, http::WorkQueue& queue,
               const SyncLimits& limits, FoyerRules rules, PgStore::Log log, FieldSeal seal,
               std::chrono::milliseconds lagEvery);
  ~SyncServices();

  SyncService& service() { return m_service; }
  LiveHub& hub() { return m_hub; }
  /// Ends the threads. Call it while the work queue still runs. Safe to call twice.
  void stop();

 private:
  void poll();
  void told(const ScopeChange& change);

  PgStore m_store;
  FoyerRules m_rules;
  SyncService m_service;
  LiveHub m_hub;
  JobRunner m_jobs;
  std::unique_ptr<Notifier> m_notifier;
  SyncGauges m_gauges;
  std::mutex m_mutex;
  std::condition_variable m_signal;
  bool m_stopping = false;
  std::thread m_poller;
};

}  // namespace foyer::server::app
