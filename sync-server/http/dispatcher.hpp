// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "server/http/head_check.hpp"
#include "server/http/router.hpp"
#include "server/http/server.hpp"

namespace foyer::server::http {

/// A request whose endpoint is known.
struct Accepted {
  const Endpoint* endpoint = nullptr;
  Request request;
  bool withoutBody = false;  ///< HEAD answered by a GET endpoint
  std::int64_t startedMs = 0;
};

/// From a checked head to an answer, without any socket. Thread-safe: reads only what does not change.
class Dispatcher {
 public:
  Dispatcher(const Router& router, const Clock& clock, ServerHooks hooks);

  /// Finds the endpoint and refuses what its declaration does not allow. Never blocks: for network threads.
  /// `out` has the request id in any case.
  std::optional<Response> accept(const Head& head, Accepted& out) const;

  /// For a message that never becomes a request: an id and a start.
  void begin(Accepted& accepted) const;

  // The rest blocks: for workers. None of them throws.

  /// Fills in the principal, if the endpoint asks for one.
  std::optional<Response> authenticate(Accepted& accepted) const;
  /// Checks the body and calls the handler.
  Response answer(Accepted& accepted) const;
  std::variant<std::unique_ptr<BodySink>, Response> openSink(Accepted& accepted) const;
  /// An answer ends the body early.
  std::optional<Response> write(const Accepted& accepted, BodySink& sink, std::string_view piece) const;
  Response finish(const Accepted& accepted, BodySink& sink) const;
  std::variant<std::unique_ptr<LiveSession>, Response> openLive(
      Accepted& accepted, std::shared_ptr<LiveConnection> connection) const;

  /// Writes the log line and counts.
  void record(const Accepted& accepted, int status, std::uint64_t bytes) const;

 private:
  const Router& m_router;
  const Clock& m_clock;
  const ServerHooks m_hooks;
  const Context m_context;
};

}  // namespace foyer::server::http
