// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <thread>

#include "core.hpp"
#include "server/ops/log.hpp"
#include "server/ops/metrics.hpp"

namespace foyer::server::http {
namespace {

Result<std::unique_ptr<asio::ssl::context>> makeTls(const ServerOptions& options) {
  if (options.certificate.empty() != options.privateKey.empty())
    return {Code::invalidField, "TLS needs both a certificate and its private key"};
  if (options.certificate.empty()) return std::unique_ptr<asio::ssl::context>();
  auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
  ErrorCode error;
  context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                           asio::ssl::context::no_tlsv1_1 | SSL_OP_CIPHER_SERVER_PREFERENCE |
                           SSL_OP_NO_RENEGOTIATION,
                       error);
  if (!error) context->use_certificate_chain_file(options.certificate.string(), error);
  if (error) return {Code::damaged, "the certificate can't be used: " + error.message()};
  context->use_private_key_file(options.privateKey.string(), asio::ssl::context::pem, error);
  if (!error && ::SSL_CTX_check_private_key(context->native_handle()) != 1)
    return {Code::damaged, "the private key does not belong to the certificate"};
  if (error) return {Code::damaged, "the private key can't be used: " + error.message()};
  // Idle TLS connections give their 32 KiB of buffers back.
  ::SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
  return context;
}

}  // namespace

class Server::Impl {
 public:
  Impl(ServerOptions options, const Router& router, WorkQueue& queue, const Clock& clock, ServerHooks hooks)
      : m_core(std::move(options), router, queue, clock, std::move(hooks)),
        m_io(m_core.options.networkThreads),
        m_acceptor(asio::make_strand(m_io)),
        m_retry(m_acceptor.get_executor()) {}
  ~Impl() { stop(); }

  Result<void> start() {
    auto tls = makeTls(m_core.options);
    if (!tls) return tls.error();
    m_tls = std::move(*tls);
    ErrorCode error;
    const auto address = asio::ip::make_address(m_core.options.address, error);
    if (error) return {Code::invalidField, m_core.options.address + " is no address to listen on"};
    const Tcp::endpoint endpoint(address, m_core.options.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error) m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) m_acceptor.bind(endpoint, error);
    if (!error) m_acceptor.listen(4096, error);
    if (error)
      return {Code::unreachable, "cannot listen on " + m_core.options.address + ":" +
                                     std::to_string(m_core.options.port) + ": " + error.message()};
    m_port = m_acceptor.local_endpoint().port();
    acceptNext();
    for (int i = 0; i < std::max(1, m_core.options.networkThreads); ++i)
      m_threads.emplace_back([this] { run(); });
    return {};
  }

  void stop() {
    const std::lock_guard once(m_stopMutex);
    if (m_core.stopping.exchange(true)) return;
    asio::post(m_acceptor.get_executor(), [this] {
      ErrorCode ignored;
      m_acceptor.close(ignored);
      m_retry.cancel();
    });
    for (const auto& one : m_core.registry.all()) one->stopGently();
    if (!m_threads.empty() && !m_core.registry.waitEmpty(m_core.options.stopTimeout)) {
      ops::logWarning("connections cut at the stop",
                      {{"count", static_cast<std::int64_t>(m_core.registry.size())}});
      for (const auto& one : m_core.registry.all()) one->cut();
      m_core.registry.waitEmpty(std::chrono::seconds(2));
    }
    // A handler that still runs will come back to its connection: wait for it, however long it takes.
    while (m_core.working > 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    m_guard.reset();
    m_io.stop();
    for (std::thread& thread : m_threads) thread.join();
    m_threads.clear();
  }

  std::uint16_t port() const { return m_port; }
  std::size_t connections() const { return m_core.registry.size(); }

 private:
  void run() {
    while (true) {
      try {
        m_io.run();
        return;
      } catch (const std::exception& surprise) {
        ops::logError("network thread", {{"what", surprise.what()}});
      }
    }
  }

  void acceptNext() {
    m_acceptor.async_accept(asio::make_strand(m_io), [this](const ErrorCode& error, Tcp::socket socket) {
      if (m_core.stopping) return;
      if (!error) {
        take(std::move(socket));
        return acceptNext();
      }
      // Out of descriptors, most likely: let some connections end first.
      ops::logWarning("accept", {{"what", error.message()}});
      m_retry.expires_after(std::chrono::milliseconds(100));
      m_retry.async_wait([this](const ErrorCode&) {
        if (!m_core.stopping) acceptNext();
      });
    });
  }

  void take(Tcp::socket socket) {
    if (m_core.registry.size() >= m_core.options.maxConnections) {
      ops::Metrics::global().counter("foyer_http_connections_refused_total", "Beyond max_connections").add();
      return;
    }
    ErrorCode error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;
    socket.set_option(Tcp::no_delay(true), error);
    auto transport = m_tls ? tlsTransport(std::move(socket), *m_tls) : plainTransport(std::move(socket));
    serveConnection(m_core, std::move(transport), remote.address().to_string(), m_tls != nullptr);
  }

  Core m_core;
  std::unique_ptr<asio::ssl::context> m_tls;
  asio::io_context m_io;
  asio::executor_work_guard<asio::io_context::executor_type> m_guard{m_io.get_executor()};
  Tcp::acceptor m_acceptor;
  asio::steady_timer m_retry;
  std::uint16_t m_port = 0;
  std::vector<std::thread> m_threads;
  std::mutex m_stopMutex;
};

Server::Server(ServerOptions options, const Router& router, WorkQueue& queue, const Clock& clock,
               ServerHooks hooks)
    : m_impl(std::make_unique<Impl>(std::move(options), router, queue, clock, std::move(hooks))) {}
Server::~Server() = default;
Result<void> Server::start() { return m_impl->start(); }
std::uint16_t Server::port() const { return m_impl->port(); }
void Server::stop() { m_impl->stop(); }
std::size_t Server::connections() const { return m_impl->connections(); }

}  // namespace foyer::server::http
