// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/job_runner.hpp"

#include <chrono>
#include <exception>

namespace foyer::server {
namespace {
/// How often to look without being woken: for jobs of other processes that died, and for retries.
constexpr std::chrono::milliseconds kPoll{1'000};
}  // namespace

void JobRunner::start() {
  m_thread = std::thread([this] { loop(); });
}

JobRunner::~JobRunner() { stop(); }

void JobRunner::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_signal.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

void JobRunner::wake() {
  {
    const std::lock_guard lock(m_mutex);
    m_woken = true;
  }
  m_signal.notify_one();
}

void JobRunner::loop() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    m_woken = false;
    lock.unlock();
    bool more = false;
    try {
      more = m_service.runJob(m_failed);
    } catch (const std::exception& e) {
      m_failed({}, e.what());  // the queue itself can't be read now
    }
    lock.lock();
    if (!more) m_signal.wait_for(lock, kPoll, [this] { return m_stopping || m_woken; });
  }
}

}  // namespace foyer::server
