// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "server/blobs/uploads.hpp"
#include "server/db/pg_upload_store.hpp"
#include "server/http/server.hpp"
#include "temp_postgres.hpp"

namespace foyer::test {

/// A clock that runs with the system's, moved by the test. Thread-safe.
class ShiftedClock final : public Clock {
 public:
  std::int64_t wallMs() const override { return m_system.wallMs() + m_shift; }
  std::int64_t steadyMs() const override { return m_system.steadyMs(); }
  void advance(std::int64_t ms) { m_shift += ms; }

 private:
  SystemClock m_system;
  std::atomic<std::int64_t> m_shift{0};
};

/// The upload and blob endpoints over a real database and real files. The access token is the account's id.
class UploadServer {
 public:
  /// `dir` must exist; its files stay when the object goes, so that a second one is a restarted server.
  UploadServer(const std::string& dir, const std::string& database, server::UploadLimits limits = {});
  std::uint16_t port() const { return m_server.port(); }
  server::Uploads& uploads() { return m_uploads; }
  server::UploadStore& store() { return m_store; }
  void join(const Uuid& scope, const Uuid& account, const std::string& role = "member");
  void leave(const Uuid& scope, const Uuid& account);
  std::string scalar(const std::string& sql);

  ShiftedClock clock;

 private:
  server::BlobFiles m_files;
  server::Pool m_pool;
  server::PgUploadStore m_store;
  server::Uploads m_uploads;
  server::http::Router m_router;
  server::http::WorkQueue m_queue;
  server::http::Server m_server;
};

/// A temporary folder, removed with the object.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::string& path() const { return m_path; }

 private:
  std::string m_path;
};

/// A database with all migrations.
TempDatabase migratedDatabase();

}  // namespace foyer::test
