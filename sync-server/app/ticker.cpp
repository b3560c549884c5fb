// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker.hpp"

#include "server/ops/log.hpp"

namespace foyer::server::app {

Ticker::Ticker(std::chrono::milliseconds interval, std::function<void()> work)
    : m_interval(interval), m_work(std::move(work)), m_thread([this] { run(); }) {}

Ticker::~Ticker() { stop(); }

void Ticker::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_wake.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

void Ticker::run() {
  std::unique_lock lock(m_mutex);
  while (!m_wake.wait_for(lock, m_interval, [this] { return m_stopping; })) {
    lock.unlock();
    try {
      m_work();
    } catch (const std::exception& error) {
      ops::logWarning("regular work failed", {{"what", error.what()}});
    }
    lock.lock();
  }
}

}  // namespace foyer::server::app
