// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sync/rules.hpp"

namespace foyer::server {

/// Applies an edit or a delete of the server itself, which knew the scope up to `m.base`, to a record that is
/// there: merged like a device's, with conflict cards for what it did not know and with the consequences that
/// the rules draw. It is no person's: it revives nothing (law 8). Stamp, scope and device are filled in.
void applyOwnEdit(ScopeWriter& writer, const Rules& rules, model::Mutation m);

}  // namespace foyer::server
