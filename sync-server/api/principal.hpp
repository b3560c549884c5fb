// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/principal.hpp"
#include "server/http/request.hpp"

namespace foyer::server::api {

/// Who asks, as the sync room knows it: a kiosk is a member under its own id.
inline Principal whoAsks(const http::Request& request) {
  const http::Principal& who = request.principal.value();
  const bool kiosk = who.kind == http::Principal::Kind::kiosk;
  return {.account = kiosk ? who.device : who.account, .device = who.device, .kiosk = kiosk};
}

}  // namespace foyer::server::api
