// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

#include "core.hpp"
#include "server/ops/log.hpp"
#include "server/ops/metrics.hpp"

namespace foyer::server::http {
namespace beast = boost::beast;
namespace ws = boost::beast::websocket;
namespace {

ops::Gauge& openGauge() {
  static ops::Gauge& gauge = ops::Metrics::global().gauge("foyer_live_connections", "Open WebSockets");
  return gauge;
}

/// One WebSocket. The socket side runs on the connection's strand; the session's calls run on workers, one at
/// a time, fed by a queue of events. A message is read only when the one before was handled.
class Live final : public LiveConnection, public Endable, public std::enable_shared_from_this<Live> {
 public:
  Live(Core& core, AnyStream stream)
      : m_core(core), m_executor(stream.get_executor()), m_socket(std::move(stream)) {
    openGauge().add(1);
  }
  ~Live() override {
    openGauge().add(-1);
    m_core.registry.remove(this);
  }

  // --- LiveConnection, from any thread

  bool send(std::shared_ptr<const std::string> message, bool binary) override {
    const std::size_t size = message->size();
    std::size_t queued = m_queuedBytes.load();
    do {
      const bool full = queued > 0 && queued + size > m_core.options.liveQueueBytes;
      if (!m_open || full) {
        m_refused = true;
        if (full) post([this] { tellDrained(); });
        return false;
      }
    } while (!m_queuedBytes.compare_exchange_weak(queued, queued + size));
    post([this, out = std::move(message), binary]() mutable {
      m_out.push_back({std::move(out), binary});
      writeNext();
    });
    return true;
  }
  void close(std::uint16_t code, std::string reason) override {
    reason.resize(std::min<std::size_t>(reason.size(), 120));
    post([this, code, text = std::move(reason)] {
      if (m_closeCode == 0) m_closeCode = code, m_closeReason = text;
      writeNext();
    });
  }
  std::size_t queuedBytes() const override { return m_queuedBytes; }
  bool isOpen() const override { return m_open; }
  void wake() override {
    if (!m_waking.exchange(true)) post([this] { addEvent({Event::wake, {}, false}); });
  }

  // --- Endable

  void stopGently() override {
    post([this] { addEvent({Event::stopping, {}, false}); });
  }
  void cut() override {
    post([this] { beast::get_lowest_layer(m_socket).closeSocket(); });
  }

  asio::awaitable<bool> accept(const Head& head, const Accepted& accepted) {
    beast::http::request<beast::http::empty_body> request;
    request.method(beast::http::verb::get);
    request.target(head.path);
    for (const auto& [name, value] : head.headers) request.insert(name, value);
    const ServerOptions& options = m_core.options;
    ws::stream_base::timeout times{options.liveHandshakeTimeout, options.liveIdleTimeout, true};
    m_socket.set_option(times);
    auto decorate = [id = accepted.request.requestId](ws::response_type& answer) {
      answer.set("X-Request-ID", id);
    };
    m_socket.set_option(ws::stream_base::decorator(decorate));
    m_socket.read_message_max(options.liveMessageBytes);
    m_socket.auto_fragment(false);
    ErrorCode error;
    m_socket.next_layer().expiresNever();
    co_await m_socket.async_accept(request, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
  }

  void begin(std::unique_ptr<LiveSession> session, std::string requestId) {
    m_session = std::move(session);
    m_requestId = std::move(requestId);
    m_ready = true;
    addEvent({Event::open, {}, false});
    if (m_core.stopping) addEvent({Event::stopping, {}, false});
    readNext();
  }
  AnyStream& stream() { return m_socket.next_layer(); }

 private:
  struct Event {
    enum Kind { open, message, wake, drained, stopping, closed } kind;
    std::string text;
    bool binary;
  };
  struct Out {
    std::shared_ptr<const std::string> bytes;
    bool binary;
  };

  template <class Work>
  void post(Work work) {
    asio::dispatch(m_executor, [self = shared_from_this(), job = std::move(work)]() mutable { job(); });
  }

  void readNext() {
    m_socket.async_read(m_in, [self = shared_from_this()](const ErrorCode& error, std::size_t) {
      if (error) return self->ended();
      const auto bytes = self->m_in.data();
      Event event{Event::message,
                  {static_cast<const char*>(bytes.data()), bytes.size()},
                  self->m_socket.got_binary()};
      self->m_in = beast::flat_buffer();  // an idle connection holds no memory for its next message
      self->addEvent(std::move(event));
    });
  }

  void writeNext() {
    if (m_writing || !m_ready || !m_open) return;
    if (m_out.empty()) {
      tellDrained();
      if (m_closeCode != 0 && m_events.empty() && !m_busy) startClose();
      return;
    }
    m_writing = true;
    m_socket.binary(m_out.front().binary);
    m_socket.async_write(asio::buffer(*m_out.front().bytes),
                         [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                           self->m_writing = false;
                           self->m_queuedBytes -= self->m_out.front().bytes->size();
                           self->m_out.pop_front();
                           if (error) return self->ended();
                           self->writeNext();
                         });
  }

  void startClose() {
    if (std::exchange(m_closing, true)) return;
    const ws::close_reason reason(static_cast<ws::close_code>(m_closeCode), m_closeReason);
    m_socket.async_close(reason, [self = shared_from_this()](const ErrorCode&) { self->ended(); });
  }

  void tellDrained() {
    if (m_out.empty() && m_refused.exchange(false)) addEvent({Event::drained, {}, false});
  }

  void ended() {
    if (!m_open.exchange(false)) return;
    m_socket.next_layer().closeSocket();
    if (m_ready) addEvent({Event::closed, {}, false});
  }

  void addEvent(Event event) {
    if (!m_ready) return;
    m_events.push_back(std::move(event));
    handleNext();
  }

  void handleNext() {
    if (m_busy) return;
    if (m_events.empty()) return writeNext();
    m_busy = true;
    auto event = std::make_shared<Event>(std::move(m_events.front()));
    m_events.pop_front();
    if (event->kind == Event::wake) m_waking = false;
    auto self = shared_from_this();
    onWorkerThen(
        m_core, m_executor, [self, event] { self->handle(*event); },
        [self, event] {
          self->m_busy = false;
          if (event->kind == Event::message && self->m_open) self->readNext();
          if (event->kind == Event::stopping)
            self->close(ws::close_code::going_away, "the server is stopping");
          self->handleNext();
        });
  }

  // On a worker.
  void handle(Event& event) {
    if (!m_session) return;
    try {
      switch (event.kind) {
        case Event::open:
          m_session->onOpen();
          break;
        case Event::message:
          m_session->onMessage(std::move(event.text), event.binary);
          break;
        case Event::wake:
          m_session->onWake();
          break;
        case Event::drained:
          m_session->onDrained();
          break;
        case Event::stopping:
          m_session->onStopping();
          break;
        case Event::closed:
          m_session->onClose();
          m_session.reset();
          break;
      }
    } catch (const Error& error) {
      ops::logWarning("live connection ended", {{"request_id", m_requestId}, {"what", error.message}});
      close(ws::close_code::internal_error, std::string(info(error.code).name));
    } catch (const std::exception& surprise) {
      ops::logError("live session failed", {{"request_id", m_requestId}, {"what", surprise.what()}});
      close(ws::close_code::internal_error, "internal");
    }
  }

  Core& m_core;
  const asio::any_io_executor m_executor;
  ws::stream<AnyStream, false> m_socket;
  beast::flat_buffer m_in;
  std::deque<Out> m_out;
  std::deque<Event> m_events;
  std::unique_ptr<LiveSession> m_session;
  std::string m_requestId, m_closeReason;
  std::uint16_t m_closeCode = 0;
  bool m_ready = false, m_busy = false, m_writing = false, m_closing = false;
  std::atomic<bool> m_open{true}, m_refused{false}, m_waking{false};
  std::atomic<std::size_t> m_queuedBytes{0};
};

}  // namespace

asio::awaitable<void> serveLive(Core& core, AnyStream stream, Head head, Accepted accepted,
                                std::shared_ptr<Endable> before) {
  const auto live = std::make_shared<Live>(core, std::move(stream));
  core.registry.add(live);
  before.reset();
  std::variant<std::unique_ptr<LiveSession>, Response> opened;
  std::function<void()> open = [&] { opened = core.dispatcher.openLive(accepted, live); };
  live->stream().expiresNever();
  const bool ran = co_await onWorker(core, false, std::move(open));
  if (!ran) opened = failure({Code::busy, {}, "the server is busy"}, accepted.request.requestId);
  if (auto* refused = std::get_if<Response>(&opened)) {
    const int status = refused->status;
    co_await writeResponse(core, live->stream(), accepted, std::move(*refused), true, false);
    core.dispatcher.record(accepted, status, 0);
    live->stream().stopSending();
    co_return;
  }
  const bool good = co_await live->accept(head, accepted);
  core.dispatcher.record(accepted, good ? 101 : 400, 0);
  auto session = std::get<0>(std::move(opened));
  if (good) {
    live->begin(std::move(session), accepted.request.requestId);
    co_return;
  }
  std::function<void()> drop = [&session] { session.reset(); };
  co_await onWorker(core, true, std::move(drop));
}

}  // namespace foyer::server::http
