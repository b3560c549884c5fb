// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "server/http/head_check.hpp"
#include "server/http/router.hpp"
#include "server/http/work_queue.hpp"

namespace foyer::server::http {

struct ServerOptions {
  std::string address = "0.0.0.0";
  std::uint16_t port = 9000;                      ///< 0: any free one, see Server::port
  std::filesystem::path certificate, privateKey;  ///< PEM, full chain; both or none. With them: TLS only
  int networkThreads = 2;
  std::size_t maxConnections = 12'000;
  HeadLimits head;
  std::vector<std::string> trustedProxies;  ///< addresses whose X-Forwarded-For and -Proto are believed

  std::chrono::milliseconds headTimeout{10'000};   ///< first byte to empty line, and the TLS handshake
  std::chrono::milliseconds idleTimeout{60'000};   ///< between two requests of one connection
  std::chrono::milliseconds bodyTimeout{30'000};   ///< between two pieces of a body
  std::size_t bodyMinRate = 512;                   ///< bytes/s on average once bodyTimeout has passed
  std::chrono::milliseconds writeTimeout{30'000};  ///< for each piece of an answer
  std::chrono::milliseconds stopTimeout{10'000};   ///< what runs at a stop may take so long

  std::chrono::milliseconds liveHandshakeTimeout{10'000};
  std::chrono::milliseconds liveIdleTimeout{
      60'000};  ///< a ping after half of it; closed when nothing comes back
  std::size_t liveMessageBytes = 4 * 1024 * 1024;
  std::size_t liveQueueBytes = 8 * 1024 * 1024;
};

/// What the server asks of the rooms above it. All calls come from workers unless said otherwise.
struct ServerHooks {
  /// Who a bearer token belongs to; `unauthenticated` for a bad one. Needed if any endpoint asks for a
  /// principal.
  std::function<Result<Principal>(const Request&)> authenticate;
};

/// Listens, checks, routes, and hands requests to workers. Owns its network threads. The router, queue and
/// clock must outlive it.
class Server {
 public:
  Server(ServerOptions options, const Router& router, WorkQueue& queue, const Clock& clock,
         ServerHooks hooks);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds and starts to serve.
  Result<void> start();
  std::uint16_t port() const;
  /// Stops accepting, closes idle connections, tells live clients (1001), waits for what runs until
  /// stopTimeout, then cuts. Blocks. Safe to call twice; the destructor calls it.
  void stop();
  std::size_t connections() const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace foyer::server::http
