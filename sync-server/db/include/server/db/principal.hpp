// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uuid.hpp"

namespace foyer::server {

/// Who is asking: made from a verified access token, once per request or live connection.
struct Principal {
  Uuid account;        ///< a person's account, or an enrolled kiosk's own id
  Uuid device;         ///< the device that the token was given to
  bool kiosk = false;  ///< a kiosk makes no scopes and sees its gate only
};

}  // namespace foyer::server
