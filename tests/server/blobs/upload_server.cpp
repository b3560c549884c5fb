// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload_server.hpp"

#include <stdlib.h>

#include <stdexcept>

#include "server/api/blob_endpoints.hpp"
#include "server/db/migrate.hpp"

namespace foyer::test {
namespace {

server::http::ServerOptions options() {
  server::http::ServerOptions out;
  out.address = "127.0.0.1";
  out.port = 0;
  out.stopTimeout = std::chrono::milliseconds(500);
  return out;
}

server::http::ServerHooks hooks() {
  server::http::ServerHooks out;
  out.authenticate = [](const server::http::Request& request) -> Result<server::http::Principal> {
    const auto account = Uuid::parse(request.bearer().value_or(""));
    if (!account) return {Code::unauthenticated, "sign in again"};
    server::http::Principal who;
    who.account = *account;
    return who;
  };
  return out;
}

server::BlobFiles openFiles(const std::string& dir) {
  auto files = server::BlobFiles::open(dir);
  if (!files) throw std::runtime_error(files.error().message);
  return *files;
}

}  // namespace

UploadServer::UploadServer(const std::string& dir, const std::string& database, server::UploadLimits limits)
    : m_files(openFiles(dir)),
      m_pool(database),
      m_store(m_pool),
      m_uploads(m_files, m_store, clock, limits),
      m_queue(4, 64),
      m_server(options(), m_router, m_queue, clock, hooks()) {
  m_router.add(server::api::uploadEndpoints(&m_uploads));
  m_router.add(server::api::blobEndpoints(&m_uploads));
  if (auto started = m_server.start(); !started) throw std::runtime_error(started.error().message);
}

void UploadServer::join(const Uuid& scope, const Uuid& account, const std::string& role) {
  m_pool.transaction("join", [&](pqxx::work& tx) {
    tx.exec_params("INSERT INTO memberships (scope_id, account_id, role) VALUES ($1::uuid, $2::uuid, $3)",
                   scope.str(), account.str(), role);
  });
}

void UploadServer::leave(const Uuid& scope, const Uuid& account) {
  m_pool.transaction("leave", [&](pqxx::work& tx) {
    tx.exec_params("DELETE FROM memberships WHERE scope_id = $1::uuid AND account_id = $2::uuid", scope.str(),
                   account.str());
  });
}

std::string UploadServer::scalar(const std::string& sql) {
  return m_pool.transaction("scalar", [&](pqxx::work& tx) { return tx.exec1(sql)[0].as<std::string>(""); });
}

TempFolder::TempFolder() {
  std::string path = (std::filesystem::temp_directory_path() / "foyer-blobs-XXXXXX").string();
  if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
  m_path = path;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

TempDatabase migratedDatabase() {
  return TempPostgres::shared().clone("migrated", [](const std::string& connection) {
    if (auto done = server::migrate(connection); !done) throw std::runtime_error(done.error().message);
  });
}

}  // namespace foyer::test
