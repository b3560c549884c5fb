// SPDX-License-Identifier: GPL-3.0-or-later
// The upload endpoints over a PostgreSQL that lives in DIR, until standard input ends or somebody kills it.
//   foyer_web_upload_server DIR SCOPE ACCOUNT
#include <iostream>

#include "server/cluster/private_cluster.hpp"
#include "server/db/migrate.hpp"
#include "upload_server.hpp"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string dir = argv[1];
  const auto scope = foyer::Uuid::parse(argv[2]), account = foyer::Uuid::parse(argv[3]);
  if (!scope || !account) return 2;
  foyer::server::ClusterOptions options;
  options.dir = dir + "/postgres";
  options.durable = false;
  const auto cluster = foyer::server::PrivateCluster::start(std::move(options));
  if (!cluster) {
    std::cerr << cluster.error().message << "\n";
    return 1;
  }
  const std::string database = (*cluster)->connectionString();
  if (const auto migrated = foyer::server::migrate(database); !migrated) {
    std::cerr << migrated.error().message << "\n";
    return 1;
  }
  foyer::test::UploadServer server(dir + "/blobs", database);
  if (!server.isMember(*scope, *account)) server.join(*scope, *account);
  std::cout << "port " << server.port() << std::endl;
  std::string line;
  std::getline(std::cin, line);
  return 0;
}
