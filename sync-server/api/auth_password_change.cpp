// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint changePasswordEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "POST";
  e.path = "/auth/password/change";
  e.doc = "Sets a new password and ends every other sign-in of this account.";
  e.body = http::Body::json;
  e.fields = {{"old_password", http::Type::text, true, kMostPasswordBytes, ""},
              {"new_password", http::Type::text, true, kMostPasswordBytes,
               "At least 15 characters; a sentence works."}};
  e.action = [accounts](const http::Context&, const http::Request& request) {
    Visit visit = visitOf(request);
    const auto done =
        accounts->changePassword(request.principal->account, request.principal->session,
                                 request.text("old_password"), request.text("new_password"), visit);
    return done ? http::success(nullptr, "Password changed") : refusal(done.error(), request, visit);
  };
  return e;
}

}  // namespace foyer::server::api
