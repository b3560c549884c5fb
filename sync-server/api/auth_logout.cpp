// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint logoutEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "POST";
  e.path = "/auth/logout";
  e.doc =
      "Ends the sign-in of the given refresh token, or of the access token. Never fails: what has ended is "
      "fine.";
  e.auth = http::Auth::none;
  e.body = http::Body::json;
  e.fields = {{"refresh_token", http::Type::text, false, 2000, ""}};
  e.action = [accounts](const http::Context&, const http::Request& request) {
    std::optional<Uuid> session;
    if (const auto token = request.bearer()) {
      if (const auto claims = accounts->guard().authenticate(*token)) session = claims->session;
    }
    accounts->logout(session, request.text("refresh_token"), visitOf(request));
    return http::success(nullptr, "Signed out");
  };
  return e;
}

}  // namespace foyer::server::api
