// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "server/http/router.hpp"

namespace foyer::server::app {

/// Named checks behind /readyz; each may block a worker for a moment.
using ReadyChecks = std::vector<std::pair<std::string, std::function<Result<void>()>>>;

/// /healthz, /readyz, /metrics and /api/v1/openapi.json. `checks` and `router` must outlive the server.
void addOperations(http::Router& router, const ReadyChecks& checks);

}  // namespace foyer::server::app
