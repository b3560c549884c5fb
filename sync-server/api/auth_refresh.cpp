// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint refreshEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "POST";
  e.path = "/auth/refresh";
  e.doc =
      "Exchanges a refresh token for its successor and a new access token. The same request after a lost "
      "answer gets "
      "the same successor; a token used after its successor ends the sign-in.";
  e.auth = http::Auth::none;
  e.body = http::Body::json;
  e.fields = {
      {"refresh_token", http::Type::text, true, 2000, ""},
      {"device", http::Type::uuid, false, 0, "The device's id."},
      {"signature", http::Type::text, false, 100,
       "Ed25519 in base64url by the device's key over \"foyer-refresh\\n\" and the refresh token. "
       "Needed when "
       "the device signed in with a key."},
      {"new_device", http::Type::object, false, 0,
       "As `device` when signing in: the sign-in moves to a new identity of the same device, which must have "
       "a key."},
      {"new_signature", http::Type::text, false, 100, "The same as `signature`, by the new device's key."}};
  e.action = [accounts](const http::Context&, const http::Request& request) {
    Visit visit = visitOf(request);
    Sessions::Request wanted;
    wanted.token = request.text("refresh_token");
    if (request.has("signature")) wanted.signature = base64Field(request.text("signature"), "signature");
    wanted.next = deviceOf(request, "new_device");
    if (request.has("new_signature"))
      wanted.nextSignature = base64Field(request.text("new_signature"), "new_signature");
    const auto answer = accounts->refresh(wanted, visit);
    return answer ? tokens(*answer, 200) : refusal(answer.error(), request, visit);
  };
  return e;
}

}  // namespace foyer::server::api
