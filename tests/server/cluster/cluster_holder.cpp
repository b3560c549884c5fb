// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a private cluster until it is killed: the part of the victim in the cluster's test.
#include <unistd.h>

#include <iostream>

#include "server/cluster/private_cluster.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  foyer::server::ClusterOptions options;
  options.dir = argv[1];
  options.durable = false;
  const auto cluster = foyer::server::PrivateCluster::start(std::move(options));
  if (!cluster) {
    std::cout << cluster.error().message << std::endl;
    return 1;
  }
  std::cout << "pid " << (*cluster)->pid() << std::endl;
  std::string line;
  std::getline(std::cin, line);
  return 0;
}
