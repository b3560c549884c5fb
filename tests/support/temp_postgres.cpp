// SPDX-License-Identifier: GPL-3.0-or-later
#include "temp_postgres.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <pqxx/pqxx>
#include <stdexcept>

#include "server/cluster/private_cluster.hpp"

namespace foyer::test {
namespace fs = std::filesystem;

struct TempPostgres::Impl {
  fs::path dir;
  std::unique_ptr<server::PrivateCluster> cluster;
};

namespace {

constexpr const char* kPrefix = "foyer-test-pg-";

// Folders of test programs that were killed; their PostgreSQL is gone, their number is in the name.
void removeLeftovers(const fs::path& parent) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(parent, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix)) continue;
    const std::string owner = name.substr(std::string(kPrefix).size());
    if (!fs::exists("/proc/" + owner.substr(0, owner.find('-')))) fs::remove_all(entry.path(), error);
  }
}

fs::path makeFolder() {
  const fs::path parent = fs::temp_directory_path();
  removeLeftovers(parent);
  std::string path = (parent / kPrefix).string() + std::to_string(::getpid()) + "-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder " + path);
  fs::permissions(path, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
  return path;
}

}  // namespace

TempDatabase::TempDatabase(TempDatabase&& other) noexcept
    : m_server(std::exchange(other.m_server, nullptr)), m_name(std::move(other.m_name)) {}

TempDatabase::~TempDatabase() {
  if (m_server == nullptr) return;
  try {
    m_server->execute("DROP DATABASE IF EXISTS " + m_name + " WITH (FORCE)");
  } catch (const std::exception&) {
    // the whole cluster goes away with the program
  }
}

std::string TempDatabase::connection() const { return m_server->connection(m_name); }

TempPostgres& TempPostgres::shared() {
  static TempPostgres instance;
  return instance;
}

TempPostgres::TempPostgres() : m_impl(std::make_unique<Impl>()) {
  m_impl->dir = makeFolder();
  server::ClusterOptions options;
  options.dir = m_impl->dir / "pg";
  options.durable = false;
  options.settings = {{"max_connections", "200"}};
  auto started = server::PrivateCluster::start(std::move(options));
  if (!started) {
    std::error_code ignored;
    fs::remove_all(m_impl->dir, ignored);
    throw std::runtime_error("no PostgreSQL for this test: " + started.error().message);
  }
  m_impl->cluster = std::move(*started);
}

TempPostgres::~TempPostgres() {
  m_impl->cluster.reset();
  std::error_code ignored;
  fs::remove_all(m_impl->dir, ignored);
}

std::string TempPostgres::connection(const std::string& database) const {
  return m_impl->cluster->connectionString(database);
}

void TempPostgres::execute(const std::string& sql) {
  pqxx::connection connection(m_impl->cluster->connectionString("postgres"));
  pqxx::nontransaction work(connection);
  work.exec(sql);
}

std::string TempPostgres::freshName() { return "t" + std::to_string(++m_count); }

TempDatabase TempPostgres::create() {
  const std::lock_guard lock(m_mutex);
  const std::string name = freshName();
  execute("CREATE DATABASE " + name);
  return {*this, name};
}

TempDatabase TempPostgres::clone(const std::string& key,
                                 const std::function<void(const std::string&)>& prepare) {
  const std::lock_guard lock(m_mutex);
  auto found = m_templates.find(key);
  if (found == m_templates.end()) {
    const std::string source = "template_" + std::to_string(m_templates.size());
    execute("CREATE DATABASE " + source);
    prepare(connection(source));
    found = m_templates.emplace(key, source).first;
  }
  const std::string name = freshName();
  execute("CREATE DATABASE " + name + " TEMPLATE " + found->second);
  return {*this, name};
}

}  // namespace foyer::test
