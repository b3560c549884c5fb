// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/accounts/family_service.hpp"
#include "server/http/endpoint.hpp"

namespace foyer::server::api {

/// Invitations and members of families. `families` must outlive the router; without it the table can only be
/// printed.
std::vector<http::Endpoint> familyEndpoints(FamilyService* families);

}  // namespace foyer::server::api
