// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/application.hpp"

#include "operations.hpp"
#include "options.hpp"
#include "server/http/server.hpp"
#include "server/ops/log.hpp"
#include "server/ops/metrics.hpp"

namespace foyer::server::app {
namespace {

/// Members are in the order of construction: what stands lower uses what stands above.
class Running final : public Application {
 public:
  explicit Running(const config::Config& config)
      : m_config(config),
        m_queue(static_cast<std::size_t>(config.integer("http.workers")),
                static_cast<std::size_t>(config.integer("http.queue"))) {}
  ~Running() override { Running::stop(); }

  Result<void> begin() {
    if (auto database = openDatabase(); !database) return database;
    addOperations(m_router, m_checks);
    ops::Metrics::global().gaugeFrom("foyer_work_queue_waiting", "Requests that wait for a worker",
                                     [this] { return static_cast<double>(m_queue.waiting()); });
    m_server = std::make_unique<http::Server>(serverOptions(m_config), m_router, m_queue, m_clock,
                                              http::ServerHooks{});
    return m_server->start();
  }

  std::uint16_t port() const override { return m_server ? m_server->port() : std::uint16_t{0}; }

  void stop() override {
    if (m_stopped) return;
    m_stopped = true;
    if (m_server) m_server->stop();
    m_queue.stop();
    ops::Metrics::global().gaugeFrom("foyer_work_queue_waiting", "Requests that wait for a worker",
                                     [] { return 0.0; });
    if (m_cluster) m_cluster->stop();
  }

 private:
  Result<void> openDatabase() {
    m_databaseUrl = m_config.text("database_url");
    if (!m_databaseUrl.empty()) return {};
    auto cluster = PrivateCluster::start(clusterOptions(m_config, false));
    if (!cluster) return cluster.error();
    m_cluster = std::move(*cluster);
    m_databaseUrl = m_cluster->connectionString();
    m_checks.emplace_back("cluster", [this]() -> Result<void> {
      if (m_cluster->running()) return {};
      return {Code::unreachable, "the private PostgreSQL does not run"};
    });
    return {};
  }

  const config::Config& m_config;
  SystemClock m_clock;
  std::string m_databaseUrl;
  std::unique_ptr<PrivateCluster> m_cluster;
  ReadyChecks m_checks;
  http::Router m_router;
  http::WorkQueue m_queue;
  std::unique_ptr<http::Server> m_server;
  bool m_stopped = false;
};

}  // namespace

Result<std::unique_ptr<Application>> Application::start(const config::Config& config) {
  auto running = std::make_unique<Running>(config);
  if (auto begun = running->begin(); !begun) return begun.error();
  return std::unique_ptr<Application>(std::move(running));
}

}  // namespace foyer::server::app
