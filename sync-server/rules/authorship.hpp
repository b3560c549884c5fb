// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sync/rules.hpp"

namespace foyer::server {

/// Nobody signs as somebody else: fields that name the author of a record hold the account that writes, and
/// what one person wrote is not edited by another.
std::optional<Error> checkAuthorship(const RuleContext& context, const model::Mutation& m);

}  // namespace foyer::server
