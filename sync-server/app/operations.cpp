// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.hpp"

#include <boost/json/object.hpp>

#include "server/app/command.hpp"
#include "server/ops/metrics.hpp"

namespace foyer::server::app {
namespace {

http::Endpoint open(std::string path, std::string doc, http::Handler handler) {
  http::Endpoint endpoint;
  endpoint.method = "GET";
  endpoint.path = std::move(path);
  endpoint.doc = std::move(doc);
  endpoint.auth = http::Auth::none;
  endpoint.action = std::move(handler);
  return endpoint;
}

http::Response ready(const ReadyChecks& checks) {
  boost::json::object results;
  bool good = true;
  for (const auto& [name, check] : checks) {
    const auto result = check();
    results[name] = result.ok() ? "ok" : std::string(info(result.error().code).name);
    good = good && result.ok();
  }
  http::Response out = http::success(std::move(results), good ? "ready" : "not ready");
  out.status = good ? 200 : 503;
  return out;
}

}  // namespace

void addOperations(http::Router& router, const ReadyChecks& checks) {
  router.add(
      open("/healthz", "Whether the process answers at all.",
           [](const http::Context&, const http::Request&) { return http::success(nullptr, "alive"); }));
  router.add(open("/readyz", "Whether everything this process needs answers; 503 if not.",
                  [&checks](const http::Context&, const http::Request&) { return ready(checks); }));
  http::Endpoint metrics = open(
      "/metrics", "Measurements in Prometheus' text form.", [](const http::Context&, const http::Request&) {
        return http::plain(200, "text/plain; version=0.0.4", ops::Metrics::global().print());
      });
  metrics.answerType = "text/plain";
  router.add(std::move(metrics));
  router.add(
      open("/api/v1/openapi.json", "This document.", [&router](const http::Context&, const http::Request&) {
        return http::plain(200, "application/json", http::openApi(router, version()));
      }));
}

}  // namespace foyer::server::app
