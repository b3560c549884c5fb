// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uuid.hpp"
#include "server/accounts/sign_in.hpp"

namespace foyer::server {

/// Somebody signed in who asks for something.
struct Acting {
  Uuid account;
  Uuid device;
  Visit visit;
};

}  // namespace foyer::server
