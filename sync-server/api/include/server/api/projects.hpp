// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/accounts/project_service.hpp"
#include "server/http/endpoint.hpp"

namespace foyer::server::api {

/// Of projects. `projects` must outlive the router; without it the table can only be
/// printed.
std::vector<http::Endpoint> projectStaffEndpoints(ProjectService* projects);
std::vector<http::Endpoint> projectKioskEndpoints(ProjectService* projects);
std::vector<http::Endpoint> projectBadgeEndpoints(ProjectService* projects);

}  // namespace foyer::server::api
