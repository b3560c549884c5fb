// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_live_bench.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMutex>
#include <QSemaphore>
#include <QThread>
#include <algorithm>
#include <vector>

#include "figure.hpp"
#include "live_client.hpp"

namespace foyer::bench {
namespace {

constexpr int kWrites = 300;
constexpr int kWarmUp = 20;
constexpr int kFanOutWrites = 20;
constexpr qint64 kSilentMs = 12'000;  ///< longer than a client lets pass between two pings

Uuid writeOne(BenchDevice& author, std::uint32_t i) {
  const auto edit = photo(author.driver->account(), 10'000'000 + i);
  if (const auto done = author.driver->store().write(edit); !done)
    throw std::runtime_error(done.error().message);
  return edit.id;
}

/// Live clients that store nothing: they know which change each of them has been told.
class Crowd {
 public:
  Crowd(BenchDevice& author, int count) : m_author(author) {
    for (int i = 0; i < count; ++i) {
      auto& client = *m_clients.emplace_back(std::make_unique<Member>());
      client.raw = std::make_unique<LiveClient>(
          author, [this, &client](const LiveClient::Frame& frame) { got(client, frame); });
      client.raw->open();
      // Not all at once: the server's accept queue is finite, as a router's would be.
      if (i % 50 == 49) waitUntil([this, i] { return m_following > i - 25; });
    }
    waitUntil([this, count] { return m_following == count; });
  }

  /// Until every one has been told of `head`.
  void waitFor(std::int64_t head) {
    m_wanted = head;
    m_missing = 0;
    for (const auto& client : m_clients) m_missing += client->head < head ? 1 : 0;
    waitUntil([this] { return m_missing == 0; });
  }
  int held() const {
    return static_cast<int>(
        std::ranges::count_if(m_clients, [](const auto& client) { return client->raw->isOpen(); }));
  }
  std::int64_t head() const { return m_head; }

 private:
  struct Member {
    std::unique_ptr<LiveClient> raw;
    bool following = false;
    std::int64_t head = 0;
  };

  static void waitUntil(const std::function<bool()>& done) { sleepUntil(done, 120'000, "the live clients"); }

  void got(Member& client, const LiveClient::Frame& frame) {
    // All followers get the same bytes: what one has read, the others need not.
    if (client.following && frame.bytes == m_lastBytes) return reached(client, m_lastHead);
    const protocol::ServerMessage message = frame.message();
    if (std::holds_alternative<protocol::Welcome>(message)) return follow(client);
    const auto* page = std::get_if<protocol::Page>(&message);
    if (!page) {
      if (std::holds_alternative<protocol::Pong>(message)) return;
      throw std::runtime_error("a live client was told something else than a change");
    }
    if (!client.following && !page->header.more) {
      client.following = true;
      ++m_following;
    }
    if (client.following) m_lastBytes = frame.bytes, m_lastHead = page->header.head;
    reached(client, page->header.head);
  }

  void reached(Member& client, std::int64_t head) {
    if (client.head < m_wanted && head >= m_wanted) --m_missing;
    client.head = std::max(client.head, head);
    m_head = std::max(m_head, head);
  }

  void follow(Member& client) {
    const auto info = m_author.driver->store().scope(m_author.driver->account());
    protocol::Pull pull;
    pull.scope = info->scope;
    pull.epoch = info->epoch;
    pull.from.since = info->cursor;
    pull.follow = true;
    client.raw->send(pull);
  }

  BenchDevice& m_author;
  std::vector<std::unique_ptr<Member>> m_clients;
  QByteArray m_lastBytes;
  std::int64_t m_lastHead = 0;
  std::int64_t m_head = 0;
  std::int64_t m_wanted = 0;
  int m_missing = 0;
  int m_following = 0;
};

}  // namespace

void liveLatency(BenchDevice& author, const QString& listenerDir, const QString& server) {
  QSemaphore ready;
  QSemaphore arrived;
  Uuid wanted;
  QMutex mutex;
  std::string problem;
  QEventLoop* following = nullptr;  // the listener's
  QThread* thread = QThread::create([&] {
    try {
      BenchDevice listener(listenerDir, server);
      listener.signIn();
      listener.settle();
      QEventLoop loop;
      following = &loop;
      QObject::connect(listener.driver.get(), &qt::EngineDriver::rowsChanged, &loop, [&](const auto& rows) {
        const QMutexLocker lock(&mutex);
        for (const auto& row : rows) {
          if (row.id != wanted) continue;
          arrived.release();
          QMetaObject::invokeMethod(
              qApp, [] {}, Qt::QueuedConnection);  // wakes the writer
        }
      });
      ready.release();
      loop.exec();
    } catch (const std::exception& e) {
      problem = e.what();
      ready.release();
    }
  });
  thread->start();
  ready.acquire();
  if (!problem.empty()) throw std::runtime_error(problem);

  std::vector<double> latencies;
  for (std::uint32_t i = 0; i < kWarmUp + kWrites; ++i) {
    const auto edit = photo(author.driver->account(), 20'000'000 + i);
    {
      const QMutexLocker lock(&mutex);
      wanted = edit.id;
    }
    QElapsedTimer time;
    time.start();
    if (!author.driver->store().write(edit)) throw std::runtime_error("a write was refused");
    sleepUntil([&] { return arrived.tryAcquire(); }, 10'000, "a change");
    if (i >= kWarmUp) latencies.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
  }
  QMetaObject::invokeMethod(following, &QEventLoop::quit, Qt::QueuedConnection);
  thread->wait();
  delete thread;
  author.settle();
  figure("live_latency_ms_p50", percentile(latencies, 0.50), "ms", "lower");
  figure("live_latency_ms_p95", percentile(latencies, 0.95), "ms", "lower");
  figure("live_latency_ms_p99", percentile(latencies, 0.99), "ms", "lower");
}

void fanOut(BenchDevice& author, int count, const char* figure) {
  static std::uint32_t next = 0;
  Crowd crowd(author, count);
  std::vector<double> times;
  for (int i = 0; i < kFanOutWrites; ++i) {
    const std::int64_t head = crowd.head() + 1;
    QElapsedTimer time;
    time.start();
    writeOne(author, next++);
    crowd.waitFor(head);
    times.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    author.settle();
  }
  bench::figure(figure, percentile(times, 0.5), "ms", "lower");
}

void idleConnections(BenchDevice& author, qint64 serverPid, int count) {
  { const Crowd warm(author, kWarmUp); }
  const double before = memoryKib(std::to_string(serverPid), "VmRSS");
  Crowd crowd(author, count);
  figure("server_kib_per_idle_connection", (memoryKib(std::to_string(serverPid), "VmRSS") - before) / count,
         "KiB", "lower");
  QElapsedTimer silent;
  silent.start();
  sleepUntil([&] { return silent.elapsed() > kSilentMs; }, 10 * kSilentMs, "time");
  const std::int64_t head = crowd.head() + 1;
  writeOne(author, 5'000'000);
  crowd.waitFor(head);  // every one of them is still told
  author.settle();
  figure("idle_connections_held", crowd.held(), "connections", "higher");
}

}  // namespace foyer::bench
