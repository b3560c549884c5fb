// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint revokeSessionEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "DELETE";
  e.path = "/auth/sessions/{id}";
  e.doc = "Ends one sign-in of this account; its access token stops counting within seconds.";
  e.action = [accounts](const http::Context&, const http::Request& request) {
    const Visit visit = visitOf(request);
    const auto done = accounts->revokeSession(request.principal->account, uuidParam(request, "id"), visit);
    return done ? http::success(nullptr, "Signed out there") : refusal(done.error(), request, visit);
  };
  return e;
}

}  // namespace foyer::server::api
