// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.hpp"

#include "server/ops/log.hpp"

namespace foyer::server::app {

http::ServerOptions serverOptions(const config::Config& config) {
  http::ServerOptions out;
  out.address = config.text("http.address");
  out.port = static_cast<std::uint16_t>(config.integer("http.port"));
  out.certificate = config.path("http.certificate");
  out.privateKey = config.path("http.private_key");
  out.networkThreads = static_cast<int>(config.integer("http.network_threads"));
  out.maxConnections = static_cast<std::size_t>(config.integer("http.max_connections"));
  out.head.requestLine = config.size("http.max_request_line");
  out.head.headers = static_cast<std::size_t>(config.integer("http.max_headers"));
  out.head.headBytes = config.size("http.max_head");
  out.trustedProxies = config.list("http.trusted_proxies");
  out.headTimeout = config.duration("http.head_timeout");
  out.idleTimeout = config.duration("http.idle_timeout");
  out.bodyTimeout = config.duration("http.body_timeout");
  out.bodyMinRate = config.size("http.body_min_rate");
  out.writeTimeout = config.duration("http.write_timeout");
  out.stopTimeout = config.duration("http.stop_timeout");
  out.liveHandshakeTimeout = config.duration("live.handshake_timeout");
  out.liveIdleTimeout = config.duration("live.idle_timeout");
  out.liveMessageBytes = config.size("live.max_message");
  out.liveQueueBytes = config.size("live.max_queue");
  return out;
}

ClusterOptions clusterOptions(const config::Config& config, bool attach) {
  ClusterOptions out;
  out.dir = config.path("data_dir") / "postgres";
  out.binDir = config.path("cluster.bin_dir");
  out.user = config.text("cluster.user");
  out.attach = attach;
  out.settings = {{"max_connections", std::to_string(config.integer("cluster.max_connections"))},
                  {"shared_buffers", std::to_string(config.size("cluster.shared_buffers") / 1024) + "kB"}};
  out.startTimeout = config.duration("cluster.start_timeout");
  out.stopTimeout = config.duration("cluster.stop_timeout");
  out.log = [](bool isError, const std::string& text) {
    ops::log(isError ? ops::Level::error : ops::Level::info, "cluster", {{"what", text}});
  };
  return out;
}

std::filesystem::path blobFolder(const config::Config& config) {
  const auto own = config.path("blobs.dir");
  return own.empty() ? config.path("data_dir") / "blobs" : own;
}

std::filesystem::path masterKeyFile(const config::Config& config) {
  return config.path("data_dir") / "keys" / "master.key";
}

std::filesystem::path ledgerFile(const config::Config& config) {
  const auto own = config.path("ledger.dir");
  return (own.empty() ? config.path("data_dir") / "ledger" : own) / "ledger";
}

std::filesystem::path restoringFolder(const config::Config& config) {
  return config.path("data_dir") / "restoring";
}

UploadLimits uploadLimits(const config::Config& config) {
  UploadLimits out;
  out.maxSize = config.size("uploads.max_size");
  out.expireAfter = config.duration("uploads.expire_after");
  out.maxScopeBytes = config.size("quota.scope_files");
  out.maxOpen = config.integer("uploads.max_open");
  return out;
}

SyncLimits syncLimits(const config::Config& config) {
  SyncLimits out;
  out.maxFrameBytes = static_cast<std::int64_t>(config.size("live.max_message"));
  out.maxScopeRecords = config.integer("quota.scope_records");
  return out;
}

void startLogFrom(const config::Config& config) {
  const std::string name = config.text("log.level");
  ops::Level level = ops::Level::info;
  if (name == "debug") level = ops::Level::debug;
  if (name == "warning") level = ops::Level::warning;
  if (name == "error") level = ops::Level::error;
  ops::startLog(level, config.path("log.file"));
}

}  // namespace foyer::server::app
