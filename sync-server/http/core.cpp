// SPDX-License-Identifier: GPL-3.0-or-later
#include "core.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace foyer::server::http {
namespace {

/// Counts a task until its last capture is gone, so that the server can wait for it.
class Working {
 public:
  explicit Working(Core& core) : m_count(&core.working) { ++*m_count; }
  Working(const Working& other) : m_count(other.m_count) { ++*m_count; }
  Working& operator=(const Working&) = delete;
  ~Working() { --*m_count; }

 private:
  std::atomic<int>* m_count;
};

}  // namespace

void Registry::add(const std::shared_ptr<Endable>& one) {
  const std::lock_guard lock(m_mutex);
  m_open[one.get()] = one;
}

void Registry::remove(const Endable* one) {
  const std::lock_guard lock(m_mutex);
  m_open.erase(one);
  if (m_open.empty()) m_changed.notify_all();
}

std::vector<std::shared_ptr<Endable>> Registry::all() const {
  const std::lock_guard lock(m_mutex);
  std::vector<std::shared_ptr<Endable>> out;
  for (const auto& [key, weak] : m_open)
    if (auto one = weak.lock()) out.push_back(std::move(one));
  return out;
}

std::size_t Registry::size() const {
  const std::lock_guard lock(m_mutex);
  return m_open.size();
}

bool Registry::waitEmpty(std::chrono::milliseconds patience) const {
  std::unique_lock lock(m_mutex);
  return m_changed.wait_for(lock, patience, [this] { return m_open.empty(); });
}

asio::awaitable<bool> onWorker(Core& core, bool next, std::function<void()> work) {
  const auto executor = co_await asio::this_coro::executor;
  auto initiate = [&core, executor, next, job = std::move(work)](auto handler) mutable {
    auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    auto task = [working = Working(core), executor, resume, job = std::move(job)] {
      job();
      asio::post(executor, [resume] { std::move (*resume)(true); });
    };
    if (next) {
      core.queue.postNext(std::move(task));
    } else if (!core.queue.tryPost(std::move(task))) {
      asio::post(executor, [resume] { std::move (*resume)(false); });
    }
  };
  const bool ran = co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(bool)>(
      std::move(initiate), asio::use_awaitable);
  co_return ran;
}

void onWorkerThen(Core& core, const asio::any_io_executor& executor, std::function<void()> work,
                  std::function<void()> done) {
  core.queue.postNext([working = Working(core), executor, job = std::move(work), then = std::move(done)] {
    job();
    asio::post(executor, then);
  });
}

}  // namespace foyer::server::http
