// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "server/accounts/account_service.hpp"
#include "server/accounts/erasure.hpp"
#include "server/http/endpoint.hpp"
#include "server/http/request.hpp"

namespace foyer::server::api {

/// /auth/*: registering, signing in and out, sessions, password. `accounts` must outlive the router; without
/// it the table can only be printed.
std::vector<http::Endpoint> accountEndpoints(AccountService* accounts);

/// DELETE /api/v1/account: erases one's own account.
http::Endpoint eraseAccountEndpoint(Eraser* eraser);

/// ServerHooks::authenticate: who the bearer token of a request belongs to.
Result<http::Principal> authenticate(AccountService& accounts, const http::Request& request);

}  // namespace foyer::server::api
