// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/work_queue.hpp"

#include <algorithm>

namespace foyer::server::http {

WorkQueue::WorkQueue(std::size_t threads, std::size_t capacity) : m_capacity(capacity) {
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i)
    m_threads.emplace_back([this] { run(); });
}

WorkQueue::~WorkQueue() { stop(); }

bool WorkQueue::tryPost(Task task) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_new.size() >= m_capacity) return false;
    m_new.push_back(std::move(task));
  }
  m_wake.notify_one();
  return true;
}

void WorkQueue::postNext(Task task) {
  {
    std::unique_lock lock(m_mutex);
    if (m_stopping) {
      lock.unlock();
      task();
      return;
    }
    m_next.push_back(std::move(task));
  }
  m_wake.notify_one();
}

std::size_t WorkQueue::waiting() const {
  const std::lock_guard lock(m_mutex);
  return m_new.size() + m_next.size();
}

void WorkQueue::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_wake.notify_all();
  for (std::thread& thread : m_threads)
    if (thread.joinable()) thread.join();
}

void WorkQueue::run() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_wake.wait(lock, [this] { return m_stopping || !m_new.empty() || !m_next.empty(); });
    if (m_new.empty() && m_next.empty()) return;
    auto& queue = m_next.empty() ? m_new : m_next;
    Task task = std::move(queue.front());
    queue.pop_front();
    lock.unlock();
    task();
    task = nullptr;
    lock.lock();
  }
}

}  // namespace foyer::server::http
