// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint registerEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "POST";
  e.path = "/auth/register";
  e.doc = "Makes an account and signs in. The same request again signs in, so a lost answer does no harm.";
  e.auth = http::Auth::none;
  e.body = http::Body::json;
  e.fields = {
      {"account", http::Type::uuid, false, 0,
       "Made on the device (UUID version 7); also the id of its scope."},
      {"email", http::Type::text, true, 100, "Case does not matter."},
      {"password", http::Type::text, true, kMostPasswordBytes, "At least 15 characters; a sentence works."},
      {"display_name", http::Type::text, false, 100, "How others see you."},
      {"invitation", http::Type::text, false, 100, "Needed where registering is by invitation."},
      deviceField()};
  e.action = [accounts](const http::Context&, const http::Request& request) {
    Visit visit = visitOf(request);
    NewAccount wanted;
    if (request.has("account")) wanted.account = Uuid::parse(request.text("account"));
    wanted.email = request.text("email");
    wanted.password = request.text("password");
    wanted.displayName = request.text("display_name");
    if (request.has("invitation")) wanted.invitation = request.text("invitation");
    wanted.device = deviceOf(request);
    const auto answer = accounts->registerAccount(wanted, visit);
    return answer ? tokens(*answer, 201) : refusal(answer.error(), request, visit);
  };
  return e;
}

}  // namespace foyer::server::api
