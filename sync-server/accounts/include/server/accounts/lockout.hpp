// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/error.hpp"
#include "server/accounts/account_options.hpp"
#include "server/db/account_rows.hpp"

/// The rule of failed sign-ins, without clock or database: attempts three to five have to wait 1, 2 and 4 s,
/// the fifth failure locks for 15 minutes, each further lock twice as long, up to a day.
namespace foyer::server::lockout {

/// Why no attempt may be made now: `rateLimited` while waiting, `lockedOut` while locked.
std::optional<Error> refusal(const CounterRow& counter, std::int64_t nowMs, const LockoutOptions& options);
/// Milliseconds until the next attempt may be made; 0 = now.
std::int64_t waitMs(const CounterRow& counter, std::int64_t nowMs);
void failed(CounterRow& counter, std::int64_t nowMs, const LockoutOptions& options);
void succeeded(CounterRow& counter);
/// Takes back what `failed` counted for an attempt that was no failure after all; `before` is the counter as
/// it was.
void undo(CounterRow& counter, const CounterRow& before);
/// Forgets failures and locks that are long over; those of an address (which many share) sooner.
void forget(CounterRow& counter, std::int64_t nowMs, const LockoutOptions& options);

}  // namespace foyer::server::lockout
