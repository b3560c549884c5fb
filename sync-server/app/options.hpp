// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "server/blobs/uploads.hpp"
#include "server/cluster/private_cluster.hpp"
#include "server/config/config.hpp"
#include "server/http/server.hpp"
#include "server/sync/limits.hpp"

/// From settings to the plain options of the rooms, which know nothing of settings.
namespace foyer::server::app {

http::ServerOptions serverOptions(const config::Config& config);
/// `attach`: use the PostgreSQL of a server that runs already.
ClusterOptions clusterOptions(const config::Config& config, bool attach);
std::filesystem::path blobFolder(const config::Config& config);
std::filesystem::path masterKeyFile(const config::Config& config);
std::filesystem::path ledgerFile(const config::Config& config);
/// Where a restore puts things together before they are moved into place.
std::filesystem::path restoringFolder(const config::Config& config);
UploadLimits uploadLimits(const config::Config& config);
SyncLimits syncLimits(const config::Config& config);
void startLogFrom(const config::Config& config);

}  // namespace foyer::server::app
