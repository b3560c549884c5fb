// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "server/accounts/acting.hpp"
#include "server/http/endpoint.hpp"

/// Small helpers of endpoints: reading what was asked, writing what is answered.
namespace foyer::server::api {

/// A line of the table to fill in; asks for a signed-in account unless changed.
http::Endpoint endpoint(std::string method, std::string path);

Visit visitOf(const http::Request& request);
/// Who asks, of endpoints that need an account.
Acting actingOf(const http::Request& request);
/// The envelope of an error; says when to come back if that is known.
http::Response refusal(const Error& error, const http::Request& request, const Visit& visit);
/// The envelope of tokens; `access_token` stands at the top level too.
http::Response tokens(const SignIn& signIn, int status);

/// A path parameter or text field that is a UUID; throws foyer::Error naming it.
Uuid uuidParam(const http::Request& request, std::string_view name);
/// Decodes base64url; throws foyer::Error naming the field.
Bytes base64Field(std::string_view text, const std::string& field);

}  // namespace foyer::server::api
