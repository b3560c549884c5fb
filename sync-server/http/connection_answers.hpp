// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "body_reader.hpp"
#include "server/http/head_check.hpp"
#include "server/http/response.hpp"
#include "server/http/server.hpp"

namespace foyer::server::http {

/// What a connection answers by itself, before or instead of a handler.
Response refusal(int status, std::string reason, const Request& request);
Response busyAnswer(const Request& request);
Response faultAnswer(BodyFault fault, const Request& request);

/// Replaces peer and scheme by what a trusted proxy says of them.
void believeProxy(const ServerOptions& options, const Head& head, Request& request);

}  // namespace foyer::server::http
