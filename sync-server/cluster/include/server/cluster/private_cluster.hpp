// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace foyer::server {

/// How a private PostgreSQL is made and run.
struct ClusterOptions {
  std::filesystem::path dir;     ///< made if missing; the cluster lives in dir/data, its socket in dir/run
  std::filesystem::path binDir;  ///< folder of `postgres` and `initdb`; empty: the newest one installed
  std::string user;  ///< system user to run as when started as root; empty: foyer, postgres or nobody
  std::string database = "foyer";  ///< made together with the cluster
  bool durable = true;             ///< false switches fsync off: tests only
  bool attach = false;             ///< use a cluster that another process runs in `dir`, instead of refusing
  std::vector<std::pair<std::string, std::string>> settings;  ///< further postgresql.conf settings
  std::chrono::milliseconds startTimeout{60'000};
  std::chrono::milliseconds stopTimeout{20'000};                   ///< then SIGQUIT, then SIGKILL
  std::function<void(bool isError, const std::string& text)> log;  ///< called from any thread; may be empty
};

/// A PostgreSQL that belongs to this process: made in a folder of its own, reachable only through a unix
/// socket, run as an unprivileged direct child, started again if it dies, stopped and reaped by the
/// destructor. If this process is killed, the kernel tells PostgreSQL to stop. Thread-safe.
class PrivateCluster {
 public:
  /// Makes the cluster if there is none, starts it and returns when it takes connections.
  static Result<std::unique_ptr<PrivateCluster>> start(ClusterOptions options);

  virtual ~PrivateCluster() = default;
  /// A libpq connection string for a database of the cluster; empty name: the options' database.
  virtual std::string connectionString(const std::string& database = {}) const = 0;
  /// Whether it takes connections now.
  virtual bool running() const = 0;
  /// Process id of the postmaster; 0 while there is none or when another process owns it.
  virtual int pid() const = 0;
  /// Ends all connections, stops the server and waits for its end. Safe to call twice.
  virtual void stop() = 0;
};

}  // namespace foyer::server
