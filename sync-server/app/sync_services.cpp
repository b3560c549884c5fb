// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_services.hpp"

#include <chrono>

#include "server/ops/log.hpp"

namespace foyer::server::app {
namespace {

/// Covers lost notifications. Followers of commits of this process never wait for it.
constexpr std::chrono::seconds kPoll{5};

void jobFailed(const Job& job, std::string_view why) {
  ops::logError("job failed",
                {{"kind", job.kind}, {"job", job.id}, {"attempts", job.attempts}, {"what", why}});
}

}  // namespace

SyncServices::SyncServices(const std::string& connection, const Clock& clock, http::WorkQueue& queue,
                           const SyncLimits& limits, FoyerRules rules, PgStore::Log log, FieldSeal seal,
                           std::chrono::milliseconds lagEvery)
    : m_store(connection, std::move(log), std::move(seal)),
      m_rules(std::move(rules)),
      m_service(m_store, clock, m_rules, limits),
      m_hub(m_service, [&queue](std::function<void()> task) { queue.postNext(std::move(task)); }),
      m_jobs(m_service, jobFailed),
      m_notifier(std::make_unique<Notifier>(connection,
                                            [this](const ScopeChange& change) { m_hub.changed(change); })),
      m_gauges(m_service, m_hub, lagEvery) {
  m_service.onCommitted([this](const ScopeChange& change) { told(change); });
  m_service.onPoison([](const Principal& who, const Uuid& scope, std::uint64_t seq, const std::string& why) {
    ops::logError("mutation held: working on it failed", {{"scope", scope.str()},
                                                          {"device", who.device.str()},
                                                          {"seq", static_cast<std::int64_t>(seq)},
                                                          {"what", why}});
  });
  m_jobs.start();
  m_poller = std::thread([this] { poll(); });
}

SyncServices::~SyncServices() { stop(); }

void SyncServices::told(const ScopeChange& change) {
  m_hub.changed(change);
  m_notifier->tell(change);
  if (change.jobs) m_jobs.wake();
}

void SyncServices::stop() {
  {
    const std::lock_guard lock(m_mutex);
    if (m_stopping) return;
    m_stopping = true;
  }
  m_signal.notify_all();
  m_poller.join();
  m_gauges.stop();
  m_jobs.stop();
  m_notifier->stop();
}

void SyncServices::poll() {
  std::unique_lock lock(m_mutex);
  while (!m_signal.wait_for(lock, kPoll, [this] { return m_stopping; })) {
    lock.unlock();
    try {
      m_hub.poll();
    } catch (const std::exception& e) {
      ops::logWarning("poll failed", {{"what", e.what()}});
    }
    lock.lock();
  }
}

}  // namespace foyer::server::app
