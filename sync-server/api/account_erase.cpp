// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "auth.hpp"
#include "server/accounts/erasure.hpp"
#include "server/api/accounts.hpp"

namespace foyer::server::api {

http::Endpoint eraseAccountEndpoint(Eraser* eraser) {
  http::Endpoint e = endpoint("DELETE", "/api/v1/account");
  e.doc =
      "Erases one's own account for good, with everything in its person scope and what is by or about it "
      "elsewhere, at once and on every server; nothing brings it back.";
  e.body = http::Body::json;
  e.fields = {
      {"password", http::Type::text, true, kMostPasswordBytes, "Asked again, since this can't be undone."}};
  e.action = [eraser](const http::Context&, const http::Request& request) {
    Visit visit = visitOf(request);
    const auto done = eraser->eraseOwn(request.principal->account, request.text("password"), visit);
    return done ? http::success(nullptr, "Erased") : refusal(done.error(), request, visit);
  };
  return e;
}

}  // namespace foyer::server::api
