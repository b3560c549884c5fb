// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection_answers.hpp"

#include <algorithm>

#include "server/ops/metrics.hpp"
#include "text_tools.hpp"

namespace foyer::server::http {
namespace {

Code codeFor(int status) {
  switch (status) {
    case 408:
      return Code::timeout;
    case 413:
    case 414:
    case 431:
      return Code::tooLarge;
    case 417:
    case 501:
    case 505:
      return Code::unsupported;
    default:
      return Code::badRequest;
  }
}

}  // namespace

Response refusal(int status, std::string reason, const Request& request) {
  Response out = failure({codeFor(status), {}, std::move(reason)}, request.requestId);
  out.status = status;
  return out;
}

Response busyAnswer(const Request& request) {
  ops::Metrics::global()
      .counter("foyer_http_busy_total", "Requests refused because the work queue was full")
      .add();
  return failure({Code::busy, {}, "the server is busy; try again in a moment"}, request.requestId);
}

Response faultAnswer(BodyFault fault, const Request& request) {
  if (fault == BodyFault::tooLarge) return refusal(413, "the body is too large", request);
  if (fault == BodyFault::tooSlow) return refusal(408, "the body took too long", request);
  return refusal(400, "malformed body", request);
}

void believeProxy(const ServerOptions& options, const Head& head, Request& request) {
  const auto& trusted = options.trustedProxies;
  if (std::find(trusted.begin(), trusted.end(), request.peer) == trusted.end()) return;
  if (const auto chain = head.header("x-forwarded-for")) {
    const auto last = trimBlanks(chain->substr(chain->rfind(',') + 1));
    if (!last.empty() && last.size() <= 45) request.peer = last;
  }
  if (const auto protocol = head.header("x-forwarded-proto"))
    request.secure = equalsIgnoreCase(*protocol, "https");
}

}  // namespace foyer::server::http
