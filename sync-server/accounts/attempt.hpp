// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/account_service.hpp"

namespace foyer::server {

/// One try to sign in. It is counted as failed before the password is looked at, so that many tries at once
/// are no more than many tries in a row, and taken back when it succeeds.
struct AccountService::Attempt {
  std::optional<AccountRow> account;
  std::vector<CounterRow> before;  ///< the counters that this attempt raised, as they were
};

}  // namespace foyer::server
