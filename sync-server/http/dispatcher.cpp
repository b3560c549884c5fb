// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatcher.hpp"

#include "server/ops/log.hpp"
#include "server/ops/metrics.hpp"
#include "text_tools.hpp"

namespace foyer::server::http {
namespace {

/// The one place where failures of handlers become answers.
template <class Work>
auto guarded(const Request& request, const char* route, Work work)
    -> std::variant<decltype(work()), Response> {
  try {
    return std::variant<decltype(work()), Response>(std::in_place_index<0>, work());
  } catch (const Error& error) {
    return std::variant<decltype(work()), Response>(std::in_place_index<1>,
                                                    failure(error, request.requestId));
  } catch (Refused& refused) {
    return std::variant<decltype(work()), Response>(std::in_place_index<1>, std::move(refused.response));
  } catch (const std::exception& surprise) {
    ops::logError("request failed",
                  {{"request_id", request.requestId}, {"route", route}, {"what", surprise.what()}});
  } catch (...) {
    ops::logError("request failed", {{"request_id", request.requestId}, {"route", route}});
  }
  const Error internal{Code::internal, {}, "something went wrong here; the log has the request id"};
  return std::variant<decltype(work()), Response>(std::in_place_index<1>,
                                                  failure(internal, request.requestId));
}

Response merged(std::variant<Response, Response> result) {
  return result.index() == 0 ? std::get<0>(std::move(result)) : std::get<1>(std::move(result));
}

Response withStatus(int status, Code code, std::string message, const Request& request) {
  Response out = failure({code, {}, std::move(message)}, request.requestId);
  out.status = status;
  return out;
}

std::string mediaType(std::string_view value) {
  return lowerAscii(trimBlanks(value.substr(0, value.find(';'))));
}

std::optional<Response> checkBodyHead(const Endpoint& endpoint, const Head& head, const Request& request) {
  const bool hasBody = head.chunked || head.contentLength.value_or(0) > 0;
  if (endpoint.body == Body::none) {
    if (hasBody) return withStatus(400, Code::badRequest, "this request takes no body", request);
    return {};
  }
  if (head.contentLength.value_or(0) > endpoint.bodyLimit)
    return withStatus(413, Code::tooLarge,
                      "the body may have at most " + std::to_string(endpoint.bodyLimit) + " bytes", request);
  if (const auto coding = head.header("content-encoding"); coding && !equalsIgnoreCase(*coding, "identity"))
    return withStatus(415, Code::unsupported, "encoded bodies are not taken", request);
  const std::string type = mediaType(head.header("content-type").value_or(""));
  const auto& types = endpoint.contentTypes;
  const bool known = endpoint.body == Body::json
                         ? type == "application/json"
                         : types.empty() || std::find(types.begin(), types.end(), type) != types.end();
  if (!known && (hasBody || endpoint.body == Body::json))
    return withStatus(415, Code::unsupported, "this content type is not taken here", request);
  return {};
}

bool allowed(Auth auth, const Principal& who) {
  switch (auth) {
    case Auth::none:
    case Auth::any:
      return true;
    case Auth::account:
      return who.kind == Principal::Kind::account;
    case Auth::kiosk:
      return who.kind == Principal::Kind::kiosk;
    case Auth::admin:
      break;
  }
  return who.kind == Principal::Kind::account && who.admin;
}

}  // namespace

Dispatcher::Dispatcher(const Router& router, const Clock& clock, ServerHooks hooks)
    : m_router(router), m_clock(clock), m_hooks(std::move(hooks)), m_context{clock} {}

void Dispatcher::begin(Accepted& accepted) const {
  accepted.startedMs = m_clock.steadyMs();
  accepted.request.requestId = Uuid::v7(m_clock.wallMs()).str();
}

std::optional<Response> Dispatcher::accept(const Head& head, Accepted& out) const {
  Request& request = out.request;
  begin(out);
  request.method = head.method;
  request.path = head.path;
  request.headers = head.headers;
  request.contentLength = head.contentLength;
  if (const auto id = head.header("x-request-id")) request.requestId = *id;

  auto match = m_router.find(head.method, head.path);
  if (!match) return failure(match.error(), request.requestId);
  if (match->endpoint == nullptr) {
    if (match->allow.empty())
      return failure({Code::notFound, {}, "there is nothing at this address"}, request.requestId);
    return withStatus(405, Code::unsupported, "this address does not take " + head.method, request)
        .with("Allow", match->allow);
  }
  out.endpoint = match->endpoint;
  out.withoutBody = head.method == "HEAD";
  request.params = std::move(match->params);
  auto query = parseQuery(head.query);
  if (!query) return failure(query.error(), request.requestId);
  request.query = std::move(*query);
  if (auto checked = checkQuery(*out.endpoint, request.query); !checked)
    return failure(checked.error(), request.requestId);
  if (out.endpoint->auth != Auth::none && !request.bearer())
    return failure({Code::unauthenticated, {}, "sign in first"}, request.requestId);
  const bool live = std::holds_alternative<LiveHandler>(out.endpoint->action);
  if (live && !head.upgrade)
    return withStatus(426, Code::unsupported, "this address speaks WebSocket only", request)
        .with("Upgrade", "websocket");
  if (!live && head.upgrade) return withStatus(400, Code::unsupported, "there is no WebSocket here", request);
  return checkBodyHead(*out.endpoint, head, request);
}

std::optional<Response> Dispatcher::authenticate(Accepted& accepted) const {
  Request& request = accepted.request;
  const Auth auth = accepted.endpoint->auth;
  if (auth == Auth::none || request.principal) return {};
  auto asked = guarded(request, accepted.endpoint->path.c_str(), [&] {
    if (!m_hooks.authenticate) throw std::logic_error("no authenticator");
    auto who = m_hooks.authenticate(request);
    if (!who) throw Error(who.error());
    if (!allowed(auth, *who)) throw Error{Code::forbidden, {}, "this account may not do that"};
    return *who;
  });
  if (asked.index() == 1) return std::get<1>(std::move(asked));
  request.principal = std::get<0>(asked);
  return {};
}

Response Dispatcher::answer(Accepted& accepted) const {
  if (auto refused = authenticate(accepted)) return *std::move(refused);
  Request& request = accepted.request;
  const Endpoint& endpoint = *accepted.endpoint;
  return merged(guarded(request, endpoint.path.c_str(), [&]() -> Response {
    if (endpoint.body == Body::json) {
      auto object = checkJson(endpoint, request.body);
      if (!object) throw Error(object.error());
      request.json = std::move(*object);
      request.body.clear();
    }
    return std::get<Handler>(endpoint.action)(m_context, request);
  }));
}

std::variant<std::unique_ptr<BodySink>, Response> Dispatcher::openSink(Accepted& accepted) const {
  if (auto refused = authenticate(accepted)) return *std::move(refused);
  return guarded(accepted.request, accepted.endpoint->path.c_str(), [&] {
    return std::get<StreamHandler>(accepted.endpoint->action)(m_context, accepted.request);
  });
}

std::optional<Response> Dispatcher::write(const Accepted& accepted, BodySink& sink,
                                          std::string_view piece) const {
  auto written = guarded(accepted.request, accepted.endpoint->path.c_str(), [&] {
    sink.write(piece);
    return true;
  });
  if (written.index() == 1) return std::get<1>(std::move(written));
  return {};
}

Response Dispatcher::finish(const Accepted& accepted, BodySink& sink) const {
  return merged(guarded(accepted.request, accepted.endpoint->path.c_str(), [&] { return sink.finish(); }));
}

std::variant<std::unique_ptr<LiveSession>, Response> Dispatcher::openLive(
    Accepted& accepted, std::shared_ptr<LiveConnection> connection) const {
  if (auto refused = authenticate(accepted)) return *std::move(refused);
  return guarded(accepted.request, accepted.endpoint->path.c_str(), [&] {
    return std::get<LiveHandler>(accepted.endpoint->action)(m_context, accepted.request,
                                                            std::move(connection));
  });
}

void Dispatcher::record(const Accepted& accepted, int status, std::uint64_t bytes) const {
  const Request& request = accepted.request;
  const std::string route = accepted.endpoint ? accepted.endpoint->path : "none";
  const double seconds = static_cast<double>(m_clock.steadyMs() - accepted.startedMs) / 1000.0;
  const std::string kind = std::to_string(status / 100) + "xx";
  auto& metrics = ops::Metrics::global();
  metrics
      .counter(
          "foyer_http_requests_total", "Requests answered",
          {{"route", route}, {"method", request.method.empty() ? "none" : request.method}, {"status", kind}})
      .add();
  metrics
      .histogram("foyer_http_request_seconds", "From the head's arrival to the answer's end",
                 {{"route", route}})
      .observe(seconds);
  ops::log(status == 500 ? ops::Level::warning : ops::Level::info, "request",
           {{"request_id", request.requestId},
            {"method", request.method},
            {"path", request.path},
            {"status", status},
            {"ms", seconds * 1000.0},
            {"bytes", static_cast<std::int64_t>(bytes)},
            {"peer", request.peer}});
}

}  // namespace foyer::server::http
