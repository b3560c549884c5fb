// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "child_process.hpp"
#include "server/cluster/private_cluster.hpp"

namespace foyer::server {

/// Database role that owns everything in a private cluster.
inline constexpr const char* kClusterRole = "foyer";

/// Where the parts of one private cluster lie.
struct ClusterLayout {
  std::filesystem::path root;    ///< ClusterOptions::dir, absolute
  std::filesystem::path data;    ///< PostgreSQL's data folder
  std::filesystem::path socket;  ///< folder of the unix socket, short enough for the kernel's 107 bytes
  std::filesystem::path log;
  std::filesystem::path lock;  ///< held (flock) by the process that runs the cluster
};

ClusterLayout layoutOf(const std::filesystem::path& dir);

/// Whom PostgreSQL runs as: this user, or an unprivileged one when this process is root.
Result<SystemUser> clusterUser(const std::string& wanted);

/// The folder with `postgres` and `initdb`; one that fits the version of an existing data folder.
Result<std::filesystem::path> findBinDir(const ClusterOptions& options, const ClusterLayout& layout);

/// Makes root and socket folders, owned by `user`, and says which parent folder stands in the way, if one
/// does.
Result<void> prepareFolders(const ClusterLayout& layout, const SystemUser& user);

/// Runs initdb and makes the database, unless the data folder is there. A killed attempt leaves nothing
/// half-made.
Result<void> createCluster(const ClusterOptions& options, const ClusterLayout& layout,
                           const std::filesystem::path& binDir, const SystemUser& user);

/// Only the operating system's users `root`, `user` and the current one may connect, as the role `foyer`.
Result<void> writeAccessRules(const ClusterLayout& layout, const SystemUser& user);

/// What postmaster.pid says.
struct PostmasterFile {
  pid_t pid = 0;
  bool ready = false;
};
PostmasterFile readPostmasterFile(const ClusterLayout& layout);

/// Ends a postmaster that a killed process left in this data folder, and removes its stale files.
void endLeftover(const ClusterLayout& layout);

}  // namespace foyer::server
