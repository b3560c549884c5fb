// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/http/endpoint.hpp"
#include "server/sync/live_hub.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server::api {

/// /api/v1/sync/{hello,push,pull,live,export,digest}. Service and hub must outlive the router; null ones give
/// a table that can be printed.
std::vector<http::Endpoint> syncEndpoints(SyncService* service, LiveHub* hub);

}  // namespace foyer::server::api
