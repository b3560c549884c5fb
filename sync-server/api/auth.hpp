// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "server/accounts/account_service.hpp"
#include "server/http/endpoint.hpp"

/// The endpoints of /auth, one per file, and what they share.
namespace foyer::server::api {

http::Endpoint registerEndpoint(AccountService* accounts);
http::Endpoint loginEndpoint(AccountService* accounts);
http::Endpoint refreshEndpoint(AccountService* accounts);
http::Endpoint logoutEndpoint(AccountService* accounts);
http::Endpoint sessionsEndpoint(AccountService* accounts);
http::Endpoint revokeSessionEndpoint(AccountService* accounts);
http::Endpoint changePasswordEndpoint(AccountService* accounts);

/// Declaration of the field that says from which device somebody signs in.
http::Field deviceField();
/// Reads it; throws foyer::Error with the path of what is wrong.
std::optional<DeviceClaim> deviceOf(const http::Request& request, const std::string& field = "device");

}  // namespace foyer::server::api
