// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint loginEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "POST";
  e.path = "/auth/login";
  e.doc = "Signs in with an e-mail address or a code, and a password.";
  e.auth = http::Auth::none;
  e.body = http::Body::json;
  e.fields = {{"login", http::Type::text, false, 100, "E-mail address, talent code or cinema code."},
              {"email", http::Type::text, false, 100, "The same; either of both is needed."},
              {"password", http::Type::text, true, kMostPasswordBytes, ""},
              deviceField()};
  e.action = [accounts](const http::Context&, const http::Request& request) {
    Visit visit = visitOf(request);
    const std::string_view login = request.text("login", request.text("email"));
    if (login.empty()) throw Error{Code::invalidField, "login", "An e-mail address or a code is needed."};
    const auto answer = accounts->login(login, request.text("password"), deviceOf(request), visit);
    return answer ? tokens(*answer, 200) : refusal(answer.error(), request, visit);
  };
  return e;
}

}  // namespace foyer::server::api
