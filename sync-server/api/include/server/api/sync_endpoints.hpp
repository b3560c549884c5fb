// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "server/http/endpoint.hpp"
#include "server/sync/live_hub.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server::api {

/// Whether a sign-in was ended since its connection was made: asked before each message of a live client is
/// answered and before each change is sent to it. Thread-safe; may block; may throw when it can't be told
/// now.
using SessionEnded = std::function<bool(const Uuid& session)>;

/// /api/v1/sync/{hello,push,pull,live,export,digest}. Service and hub must outlive the router; null ones give
/// a table that can be printed.
std::vector<http::Endpoint> syncEndpoints(SyncService* service, LiveHub* hub, const SessionEnded& ended = {});

}  // namespace foyer::server::api
