// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sync_endpoints.hpp"

#include "live_session.hpp"
#include "principal.hpp"
#include "sync_metrics.hpp"

namespace foyer::server::api {
namespace {

using http::Endpoint;
using http::Request;
using http::Response;

Response respond(Answer answer) {
  const bool binary = answer.frame->binary;
  return http::plain(answer.status, std::string(binary ? kFrame : kJson), std::move(answer.frame->bytes));
}

bool isFrame(const Request& request) {
  return request.header("content-type").value_or("").starts_with(kFrame);
}

/// POST of one message of type M, or one of several, answered by one message.
template <class... M>
Endpoint exchange(SyncService* service, std::string path, std::string doc) {
  Endpoint e{.method = "POST", .path = std::move(path), .doc = std::move(doc), .auth = http::Auth::any};
  e.body = http::Body::raw;
  e.bodyLimit = static_cast<std::size_t>((service ? service->limits() : SyncLimits{}).maxFrameBytes);
  e.contentTypes = {std::string(kJson), std::string(kFrame)};
  e.action = http::Handler([service](const http::Context&, const Request& request) {
    Result<protocol::ClientMessage> message = protocol::decodeClient(request.body, isFrame(request));
    if (!message) return respond(problem({}, message.error()));
    if (!(std::holds_alternative<M>(*message) || ...)) {
      return respond(problem({}, {Code::badRequest, {}, "Another kind of message belongs to this address."}));
    }
    return respond(answerTo(*service, whoAsks(request), std::move(*message)));
  });
  return e;
}

Uuid scopeOf(SyncService* service, const Request& request) {
  const Uuid scope = Uuid::parse(request.queryValue("scope").value_or("")).value_or(Uuid{});
  if (service->store().roleOf(scope, whoAsks(request).account)) return scope;
  throw Error{Code::forbidden, "scope", "You are not a member of this scope."};
}

Endpoint read(std::string path, std::string doc, http::Handler handler) {
  Endpoint e{.method = "GET", .path = std::move(path), .doc = std::move(doc), .auth = http::Auth::any};
  e.query = {{.name = "scope", .type = http::Type::uuid, .required = true, .doc = "Scope to read."}};
  e.action = std::move(handler);
  return e;
}

Response exportOf(SyncService* service, const Request& request) {
  std::string lines;
  service->store().exportScope(scopeOf(service, request), [&](const model::Record& record) {
    lines += protocol::exportLine(record);
    if (!lines.ends_with('\n')) lines += '\n';
  });
  return http::plain(200, "application/x-ndjson", std::move(lines));
}

Response digestOf(SyncService* service, const Request& request) {
  const std::optional<ScopeRow> row = service->store().scope(scopeOf(service, request));
  if (!row) throw Error{Code::notFound, "scope", "There is no such scope."};
  return http::success({{"scope", row->scope.str()},
                        {"epoch", row->epoch},
                        {"head", row->head},
                        {"digest", row->digest.hex()}});
}

}  // namespace

std::vector<http::Endpoint> syncEndpoints(SyncService* service, LiveHub* hub, const SessionEnded& ended) {
  beginSyncCounts();
  std::vector<Endpoint> all;
  all.push_back(exchange<protocol::Hello>(service, std::string(protocol::kHelloPath),
                                          "Says which scopes there are and how far each has got."));
  all.push_back(exchange<protocol::Push>(service, std::string(protocol::kPushPath),
                                         "Takes mutations of one scope; answers the outcome of each."));
  all.push_back(exchange<protocol::Pull>(service, std::string(protocol::kPullPath),
                                         "Answers a page of what changed in one scope."));
  all.push_back(exchange<protocol::SumsRequest, protocol::MarksRequest, protocol::RowsRequest>(
      service, std::string(protocol::kVerifyPath),
      "Answers what a device asks to find where it differs, and to repair only that."));
  Endpoint live{.method = "GET",
                .path = std::string(protocol::kLivePath),
                .doc = "WebSocket with the same messages, and changes as they commit.",
                .auth = http::Auth::any};
  live.action = http::LiveHandler([service, hub, ended](const http::Context&, const Request& request,
                                                        std::shared_ptr<http::LiveConnection> connection) {
    const Uuid session = request.principal->session;
    const auto over = [ended, session] { return ended && ended(session); };
    auto sender = std::make_shared<LiveSender>(std::move(connection), over);
    return std::make_unique<SyncSession>(*service, *hub, whoAsks(request), std::move(sender));
  });
  all.push_back(std::move(live));
  all.push_back(
      read("/api/v1/sync/export", "Live and trashed records of a scope in canonical form, one per line.",
           [service](const http::Context&, const Request& request) { return exportOf(service, request); }));
  all.push_back(
      read("/api/v1/sync/digest", "Head and digest of a scope, to compare with a device's.",
           [service](const http::Context&, const Request& request) { return digestOf(service, request); }));
  return all;
}

}  // namespace foyer::server::api
