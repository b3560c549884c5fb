// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include "body_reader.hpp"
#include "connection_answers.hpp"
#include "core.hpp"
#include "server/ops/metrics.hpp"

namespace foyer::server::http {
namespace {

constexpr std::size_t kSinkPiece = 256 * 1024;
constexpr std::size_t kDrainBytes = 512 * 1024;
constexpr std::chrono::milliseconds kDrainTime{2'000};

/// One connection: requests one after the other, each read, checked, handed to a worker, answered. Lives on
/// its strand, kept alive by its coroutine.
class Connection final : public Endable, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Core& core, std::unique_ptr<Transport> transport, std::string peer, bool tls)
      : m_core(core), m_stream(std::move(transport)), m_peer(std::move(peer)), m_tls(tls) {}
  ~Connection() override { m_core.registry.remove(this); }

  void stopGently() override {
    asio::dispatch(m_executor, [self = shared_from_this()] {
      if (self->m_idle) self->m_stream.closeSocket();
    });
  }
  void cut() override {
    asio::dispatch(m_executor, [self = shared_from_this()] {
      if (!self->m_upgraded) self->m_stream.closeSocket();
    });
  }

  void run() {
    m_core.registry.add(shared_from_this());
    asio::co_spawn(m_executor, serve(), [self = shared_from_this()](const std::exception_ptr&) {
      if (self->m_upgraded) self->becomeLive();
    });
  }

 private:
  struct HeadRead {
    std::optional<Head> head;
    std::optional<BadHead> bad;
    std::string raw;
  };

  void becomeLive() {
    asio::co_spawn(
        m_executor,
        serveLive(m_core, std::move(m_stream), std::move(m_head), std::move(m_accepted), shared_from_this()),
        asio::detached);
  }

  asio::awaitable<void> serve() {
    if (m_tls) {
      ErrorCode error;
      m_stream.expiresAfter(m_core.options.headTimeout);
      co_await m_stream.asyncHandshake(asio::redirect_error(asio::use_awaitable, error));
      if (error) co_return;
    }
    bool more = true;
    for (bool first = true; more && !m_core.stopping; first = false) {
      m_idle = true;
      HeadRead read = co_await readHead(first);
      m_idle = false;
      if (!read.head && !read.bad) break;
      m_accepted = Accepted{};
      more = read.head && co_await serveOne(*read.head, read.raw);
      if (read.bad) co_await refuse(*read.bad);
      if (m_upgraded) co_return;
    }
    co_await close();
  }

  asio::awaitable<HeadRead> readHead(bool first) {
    HeadRead out;
    const ServerOptions& options = m_core.options;
    m_stream.expiresAfter(first ? options.headTimeout : options.idleTimeout);
    for (bool begun = false;;) {
      const std::string_view seen(static_cast<const char*>(m_buffer.data().data()), m_buffer.size());
      if (!begun && !seen.empty() && !first) m_stream.expiresAfter(options.headTimeout);
      begun = !seen.empty();
      const auto end = seen.find("\r\n\r\n");
      if (end != std::string_view::npos) {
        out.raw = seen.substr(0, end + 4);
        auto checked = checkHead(out.raw, options.head);
        if (auto* bad = std::get_if<BadHead>(&checked)) out.bad = std::move(*bad);
        if (auto* good = std::get_if<Head>(&checked)) out.head = std::move(*good);
        m_buffer.consume(end + 4);
        co_return out;
      }
      out.bad = checkUnfinished(seen, options.head);
      if (out.bad) co_return out;
      ErrorCode error;
      const asio::mutable_buffer space = m_buffer.prepare(4096);
      const std::size_t got =
          co_await m_stream.async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
      m_buffer.commit(got);
      if (error && m_stream.expired() && m_buffer.size() > 0)
        out.bad = BadHead{408, "the head took too long"};
      if (error) co_return out;
    }
  }

  asio::awaitable<void> refuse(const BadHead& bad) {
    Accepted& accepted = m_accepted;
    m_core.dispatcher.begin(accepted);
    accepted.request.peer = m_peer;
    ops::Metrics::global()
        .counter("foyer_http_bad_messages_total", "Messages the strict check refused")
        .add();
    Response response = refusal(bad.status, bad.reason, accepted.request);
    const bool sent = co_await send(std::move(response), true, false);
    if (sent) co_await drain();
  }

  // True when the connection can take another request.
  asio::awaitable<bool> serveOne(Head& head, const std::string& raw) {
    Accepted& accepted = m_accepted;
    auto early = m_core.dispatcher.accept(head, accepted);
    accepted.request.peer = m_peer;
    accepted.request.secure = m_tls;
    believeProxy(m_core.options, head, accepted.request);
    const bool hasBody = head.chunked || head.contentLength.value_or(0) > 0;
    const bool keep = head.keepAlive;
    if (early) {
      const bool sent = co_await send(std::move(*early), head.http11, keep && !hasBody);
      if (sent && hasBody) co_await drain();
      co_return sent&& keep && !hasBody;
    }
    if (std::holds_alternative<LiveHandler>(accepted.endpoint->action)) {
      if (m_buffer.size() > 0) {  // frames before our consent
        const bool refused =
            co_await send(refusal(400, "bytes after the handshake", accepted.request), true, false);
        if (refused) co_await drain();
        co_return false;
      }
      m_head = std::move(head);
      m_upgraded = true;
      co_return false;
    }
    BodyReader body(m_core.options, m_stream, m_buffer, raw, accepted.endpoint->bodyLimit);
    const bool streamed = accepted.endpoint->body == Body::stream;
    Response response;
    if (streamed) {
      response = co_await takeStream(head, body);
    } else {
      response = co_await takePlain(head, body);
    }
    if (body.fault() == BodyFault::cut) {
      m_core.dispatcher.record(accepted, 499, 0);
      co_return false;
    }
    const bool complete = body.done();
    const bool sent = co_await send(std::move(response), head.http11, keep && complete);
    if (sent && !complete) co_await drain();
    co_return sent&& keep&& complete;
  }

  asio::awaitable<Response> takePlain(const Head& head, BodyReader& body) {
    Accepted& accepted = m_accepted;
    std::optional<Response> early;
    if (head.chunked || head.contentLength.value_or(0) > 64 * 1024) {
      // Nobody unknown gets to fill memory.
      std::function<void()> ask = [&] { early = m_core.dispatcher.authenticate(accepted); };
      const bool ran = co_await work(false, std::move(ask));
      if (!ran) co_return busyAnswer(accepted.request);
      if (early) co_return *std::move(early);
    }
    if (!body.done()) co_await sayContinue(head);
    bool more = true;
    while (more) more = co_await body.readSome(accepted.request.body);
    if (body.fault() != BodyFault::none) co_return faultAnswer(body.fault(), accepted.request);
    Response out;
    std::function<void()> answer = [&] { out = m_core.dispatcher.answer(accepted); };
    const bool ran = co_await work(false, std::move(answer));
    if (!ran) co_return busyAnswer(accepted.request);
    co_return out;
  }

  asio::awaitable<Response> takeStream(const Head& head, BodyReader& body) {
    Accepted& accepted = m_accepted;
    std::variant<std::unique_ptr<BodySink>, Response> opened;
    std::function<void()> open = [&] { opened = m_core.dispatcher.openSink(accepted); };
    if (!co_await work(false, std::move(open))) co_return busyAnswer(accepted.request);
    if (auto* refused = std::get_if<Response>(&opened)) co_return std::move(*refused);
    const auto sink = std::get<0>(std::move(opened));
    if (!body.done()) co_await sayContinue(head);
    std::string piece;
    std::optional<Response> failed;
    for (bool more = true; more;) {
      more = co_await body.readSome(piece);
      if (piece.empty() || (more && piece.size() < kSinkPiece && !body.done())) continue;
      std::function<void()> write = [&] { failed = m_core.dispatcher.write(accepted, *sink, piece); };
      co_await work(true, std::move(write));
      if (failed) co_return *std::move(failed);
      piece.clear();
    }
    const bool whole = body.fault() == BodyFault::none;
    Response out;
    std::function<void()> end = [&] {
      if (whole) {
        out = m_core.dispatcher.finish(accepted, *sink);
      } else {
        sink->abort();
      }
    };
    co_await work(true, std::move(end));
    if (!whole) co_return faultAnswer(body.fault(), accepted.request);
    co_return out;
  }

  asio::awaitable<bool> work(bool next, std::function<void()> task) {
    m_stream.expiresNever();
    const bool ran = co_await onWorker(m_core, next, std::move(task));
    co_return ran;
  }

  asio::awaitable<void> sayContinue(const Head& head) {
    if (!head.expectContinue || m_buffer.size() > 0) co_return;
    const std::string line = "HTTP/1.1 100 Continue\r\n\r\n";
    ErrorCode ignored;
    m_stream.expiresAfter(m_core.options.writeTimeout);
    co_await m_stream.async_write_some(asio::buffer(line),
                                       asio::redirect_error(asio::use_awaitable, ignored));
  }

  asio::awaitable<bool> send(Response response, bool http11, bool keepAlive) {
    const int status = response.status;
    const bool keep = keepAlive && !m_core.stopping;
    const auto* text = std::get_if<std::string>(&response.body);
    const std::uint64_t bytes =
        text != nullptr ? text->size() : std::get<StreamBody>(response.body).length.value_or(0);
    const bool sent = co_await writeResponse(m_core, m_stream, m_accepted, std::move(response), http11, keep);
    m_core.dispatcher.record(m_accepted, status, bytes);
    co_return sent;
  }

  // Reads on for a moment, so that the other side gets to see the answer before the connection is reset.
  asio::awaitable<void> drain() {
    if (!m_tls) m_stream.stopSending();
    m_buffer.clear();
    m_stream.expiresAfter(kDrainTime);
    ErrorCode error;
    for (std::size_t total = 0; !error && total < kDrainBytes;) {
      const asio::mutable_buffer space = m_buffer.prepare(16 * 1024);
      total += co_await m_stream.async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
    }
  }

  asio::awaitable<void> close() {
    ErrorCode ignored;
    m_stream.expiresAfter(kDrainTime);
    co_await m_stream.asyncShutdown(asio::redirect_error(asio::use_awaitable, ignored));
    m_stream.closeSocket();
  }

  Core& m_core;
  AnyStream m_stream;
  const asio::any_io_executor m_executor = m_stream.get_executor();
  boost::beast::flat_buffer m_buffer{256 * 1024};
  const std::string m_peer;
  const bool m_tls;
  bool m_idle = true, m_upgraded = false;
  Accepted m_accepted;
  Head m_head;
};

}  // namespace

void serveConnection(Core& core, std::unique_ptr<Transport> transport, std::string peer, bool tls) {
  std::make_shared<Connection>(core, std::move(transport), std::move(peer), tls)->run();
}

}  // namespace foyer::server::http
