// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers.hpp"

#include <exception>

namespace foyer::photos {
namespace {

/// So many results are worth a transaction.
constexpr std::size_t kBatch = 16;

Result<Examined> guarded(const std::string& path) {
  try {
    return photos::examine(path);
  } catch (const std::exception&) {  // of a decoder, or no memory: one picture must not end the import
    return {Code::damaged, "The picture can't be read."};
  }
}

}  // namespace

Workers::Workers(int threads, std::function<void()> wake) : m_wake(std::move(wake)) {
  for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
  }
  m_work.notify_all();
  for (std::thread& thread : m_threads) thread.join();
}

void Workers::run() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_work.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
    if (m_stop) return;
    const std::function<void()> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    ++m_running;
    lock.unlock();
    job();
    lock.lock();
    --m_running;
    if (!batchIsReady()) continue;
    lock.unlock();
    m_wake();
    lock.lock();
  }
}

bool Workers::batchIsReady() const {
  return m_scanned || m_finished.size() >= kBatch || (m_jobs.empty() && m_running == 0);
}

void Workers::scan(std::vector<std::string> roots) {
  const std::lock_guard lock(m_mutex);
  m_jobs.emplace_back([this, roots = std::move(roots), generation = m_generation] {
    auto found = photos::scan(roots, m_stop);
    const std::lock_guard inner(m_mutex);
    if (generation == m_generation && !m_stop) m_scanned = std::move(found);
  });
  m_work.notify_one();
}

std::optional<Result<std::vector<Found>>> Workers::scanned() {
  const std::lock_guard lock(m_mutex);
  return std::exchange(m_scanned, std::nullopt);
}

void Workers::examine(store::ImportFile file) {
  m_order.push_back(file.number);
  const std::lock_guard lock(m_mutex);
  m_jobs.emplace_back([this, file = std::move(file), generation = m_generation] {
    Finished done{file, guarded(file.path)};
    const std::lock_guard inner(m_mutex);
    if (generation == m_generation) m_finished.emplace(file.number, std::move(done));
  });
  m_work.notify_one();
}

std::vector<Finished> Workers::finished() {
  std::vector<Finished> out;
  const std::lock_guard lock(m_mutex);
  while (!m_order.empty()) {
    const auto found = m_finished.find(m_order.front());
    if (found == m_finished.end()) break;
    out.push_back(std::move(found->second));
    m_finished.erase(found);
    m_order.pop_front();
  }
  return out;
}

void Workers::clear() {
  m_order.clear();
  const std::lock_guard lock(m_mutex);
  m_jobs.clear();
  m_finished.clear();
  m_scanned.reset();
  ++m_generation;
}

}  // namespace foyer::photos
