// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_database.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/cluster/private_cluster.hpp"

namespace foyer::test {
namespace {

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

ServerDatabase::ServerDatabase(const std::string& connection)
    : m_connection(PQconnectdb(connection.c_str()), &PQfinish) {
  if (PQstatus(m_connection.get()) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(m_connection.get()));
}

ServerDatabase ServerDatabase::of(const std::string& dataDir) {
  server::ClusterOptions options;
  options.dir = std::filesystem::path(dataDir) / "postgres";
  options.attach = true;
  auto cluster = server::PrivateCluster::start(options);
  if (!cluster) throw std::runtime_error(cluster.error().message);
  return ServerDatabase((*cluster)->connectionString());
}

std::vector<ServerDatabase::Row> ServerDatabase::rows(const std::string& sql) {
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_connection.get(), sql.c_str()),
                                                             &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
    throw std::runtime_error(sql + ": " + PQerrorMessage(m_connection.get()));
  std::vector<Row> rows(static_cast<std::size_t>(PQntuples(result.get())));
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (int c = 0; c < PQnfields(result.get()); ++c)
      rows[r].emplace_back(PQgetvalue(result.get(), static_cast<int>(r), c));
  return rows;
}

std::int64_t ServerDatabase::number(const std::string& sql) {
  const auto all = rows(sql);
  if (all.size() != 1 || all[0].size() != 1) throw std::runtime_error(sql + ": not one value");
  return std::stoll(all[0][0]);
}

std::vector<int> backendsOf(int postmaster) {
  std::vector<int> found;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
    const std::string name = entry.path().filename();
    int pid = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), pid).ptr != name.data() + name.size())
      continue;
    // "pid (name) state parent ...": the name may hold anything, also parentheses.
    const std::string stat = contentOf(entry.path() / "stat");
    const auto end = stat.rfind(')');
    if (end == std::string::npos || std::atoi(stat.c_str() + end + 4) != postmaster) continue;
    if (contentOf(entry.path() / "cmdline").find("[local]") != std::string::npos) found.push_back(pid);
  }
  return found;
}

}  // namespace foyer::test
