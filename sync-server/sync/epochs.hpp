// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "protocol/messages.hpp"
#include "server/db/scope_store.hpp"
#include "server/sync/epoch_numbers.hpp"

/// Servers go back in time (law 11): whether what a device says of a scope fits this scope's history.
namespace foyer::server {

/// Decides without the scope's lock; `hash` is the scope's running hash at the device's cursor, if there is
/// one. False: to be looked at closely, by `reconcile`.
bool fits(const protocol::ScopeState& device, const ScopeMembership& here,
          const std::optional<model::Digest>& hash);

/// Inside the scope's transaction: when the device has seen what this scope does not know, opens a new epoch
/// whose restored head is the newest point that both know. True when it did.
bool reconcile(const protocol::ScopeState& device, const Uuid& deviceId, ScopeTx& tx, std::int64_t wallMs);

}  // namespace foyer::server
