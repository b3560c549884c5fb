// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/accounts/family_service.hpp"
#include "server/http/endpoint.hpp"

namespace foyer::server::api {

/// Of families. `families` must outlive the router; without it the table can only be
/// printed.
std::vector<http::Endpoint> familyInvitationEndpoints(FamilyService* families);
std::vector<http::Endpoint> familyMemberEndpoints(FamilyService* families);

}  // namespace foyer::server::api
