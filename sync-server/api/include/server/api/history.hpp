// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "server/http/endpoint.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::server::api {

/// What an account is called; empty when nobody knows.
using NameOf = std::function<std::string(const Uuid& account)>;

/// GET /api/v1/scopes/{scope}/records/{collection}/{id}/history: what happened to a record, for members of
/// its scope. A null service gives a table that can be printed.
http::Endpoint historyEndpoint(SyncService* service, NameOf nameOf = {});

}  // namespace foyer::server::api
