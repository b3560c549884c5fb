// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_live_bench.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QNetworkRequest>
#include <QSemaphore>
#include <QThread>
#include <QTimer>
#include <QWebSocket>
#include <algorithm>
#include <vector>

#include "protocol/codec.hpp"

namespace foyer::bench {
namespace {

constexpr int kWrites = 300;
constexpr int kWarmUp = 20;
constexpr int kFanOutWrites = 20;

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

Uuid writeOne(BenchDevice& author, std::uint32_t i) {
  const auto edit = photo(author.driver->account(), 10'000'000 + i);
  if (const auto done = author.driver->store().write(edit); !done)
    throw std::runtime_error(done.error().message);
  return edit.id;
}

/// Runs this thread's events; sleeps while there are none, since whoever is measured needs the processor.
/// (With a time limit of its own, processEvents() does not wait for events.)
void sleepUntil(const std::function<bool()>& done, qint64 limitMs, const char* who) {
  QTimer tick;  // so that the limit is looked at
  tick.start(1'000);
  QElapsedTimer time;
  time.start();
  while (!done()) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (time.elapsed() > limitMs) throw std::runtime_error(std::string(who) + " did not get that far");
  }
}

/// Live clients that speak the protocol and store nothing: they count the frames that come unasked.
class Crowd {
 public:
  Crowd(BenchDevice& author, int count) : m_author(author) {
    QUrl url = author.driver->server();
    url.setScheme(QStringLiteral("ws"));
    url.setPath(QStringLiteral("/api/v1/sync/live"));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + author.token().toUtf8());
    for (int i = 0; i < count; ++i) {
      auto socket = std::make_unique<QWebSocket>();
      auto* raw = socket.get();
      QObject::connect(raw, &QWebSocket::connected, raw, [this, raw] { hello(*raw); });
      QObject::connect(raw, &QWebSocket::binaryMessageReceived, raw,
                       [this, raw](const QByteArray& m) { got(*raw, m, true); });
      QObject::connect(raw, &QWebSocket::textMessageReceived, raw,
                       [this, raw](const QString& m) { got(*raw, m.toUtf8(), false); });
      raw->open(request);
      m_sockets.push_back(std::move(socket));
      // Not all at once: the server's accept queue is finite, as a router's would be.
      if (i % 50 == 49) waitUntil([this, i] { return m_following > i - 25; });
    }
    waitUntil([this, count] { return m_following == count; });
  }

  void waitUntil(const std::function<bool()>& done) { sleepUntil(done, 60'000, "the live clients"); }
  int pages() const { return m_pages; }

 private:
  void send(QWebSocket& socket, const protocol::ClientMessage& message) {
    const auto frame = protocol::encode(message);
    if (frame.binary) {
      socket.sendBinaryMessage(QByteArray::fromStdString(frame.bytes));
    } else {
      socket.sendTextMessage(QString::fromStdString(frame.bytes));
    }
  }
  void hello(QWebSocket& socket) {
    protocol::Hello hello;
    hello.device = m_author.driver->identity().device;
    send(socket, hello);
  }
  void got(QWebSocket& socket, const QByteArray& bytes, bool binary) {
    if (socket.property("ready").toBool()) {
      ++m_pages;
      return;
    }
    const auto message =
        protocol::decodeServer({bytes.constData(), static_cast<std::size_t>(bytes.size())}, binary);
    if (!message) return;
    if (std::holds_alternative<protocol::Welcome>(*message)) {
      const auto info = m_author.driver->store().scope(m_author.driver->account());
      protocol::Pull pull;
      pull.scope = info->scope;
      pull.epoch = info->epoch;
      pull.from.since = info->cursor;
      pull.follow = true;
      send(socket, pull);
    } else if (const auto* page = std::get_if<protocol::Page>(&*message); page && !page->header.more) {
      socket.setProperty("ready", true);
      ++m_following;
    }
  }

  BenchDevice& m_author;
  std::vector<std::unique_ptr<QWebSocket>> m_sockets;
  int m_following = 0;
  int m_pages = 0;
};

double residentKib(qint64 pid) {
  QFile status(QStringLiteral("/proc/%1/status").arg(pid));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n'))
    if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().split(' ').first().toDouble();
  return 0;
}

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
  print("live_latency_ms_p50", percentile(latencies, 0.50), "ms", "lower");
  print("live_latency_ms_p95", percentile(latencies, 0.95), "ms", "lower");
  print("live_latency_ms_p99", percentile(latencies, 0.99), "ms", "lower");
}

void fanOut(BenchDevice& author, int count, const char* figure) {
  static std::uint32_t next = 0;
  Crowd crowd(author, count);
  std::vector<double> times;
  for (int i = 0; i < kFanOutWrites; ++i) {
    const int before = crowd.pages();
    QElapsedTimer time;
    time.start();
    writeOne(author, next++);
    crowd.waitUntil([&] { return crowd.pages() >= before + count; });
    times.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    author.settle();
  }
  print(figure, percentile(times, 0.5), "ms", "lower");
}

void idleConnections(BenchDevice& author, qint64 serverPid, int count) {
  const double before = residentKib(serverPid);
  const Crowd crowd(author, count);
  print("server_kib_per_idle_connection", (residentKib(serverPid) - before) / count, "KiB", "lower");
  print("idle_connections_held", count, "connections", "higher");
}

}  // namespace foyer::bench
