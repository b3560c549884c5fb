// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {

http::Endpoint sessionsEndpoint(AccountService* accounts) {
  http::Endpoint e;
  e.method = "GET";
  e.path = "/auth/sessions";
  e.doc = "Where this account is signed in, last used first.";
  e.action = [accounts](const http::Context&, const http::Request& request) {
    boost::json::array list;
    for (const SessionRow& s : accounts->sessions(request.principal->account)) {
      list.push_back({{"id", s.id.str()},
                      {"device", s.device.str()},
                      {"device_name", s.deviceName},
                      {"address", s.peer},
                      {"created_at", s.createdMs},
                      {"seen_at", s.seenMs},
                      {"expires_at", s.expiresMs},
                      {"current", s.id == request.principal->session}});
    }
    return http::success(std::move(list));
  };
  return e;
}

}  // namespace foyer::server::api
