// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/accounts/project_service.hpp"
#include "server/http/endpoint.hpp"

namespace foyer::server::api {

/// Staff, kiosks and badges of projects. `projects` must outlive the router; without it the table can only be
/// printed.
std::vector<http::Endpoint> projectEndpoints(ProjectService* projects);

}  // namespace foyer::server::api
