// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/error.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::model {

/// One value against its field's declaration.
std::optional<Error> check(const schema::Field& field, const Value& value);

/// A whole mutation against the declaration: op fits the collection, fields writable by devices, key fields
/// only on create, required fields there on create and never cleared, limits kept. Does not look at other
/// rows or at who writes.
std::optional<Error> check(const Mutation& mutation);

}  // namespace foyer::model
