// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::model {

/// A key field's value as a part of a derived id: text as it is, ids in lower-case UUID form, numbers in
/// decimal; no value is the empty text.
std::string keyPart(const Value& value);

/// The id that a record must have: the scope's for the head of a scope, the derived one where the collection
/// has a natural key (design law 3). Nothing where any new id will do.
std::optional<Uuid> naturalId(const Record& record);
/// The same for a create: key fields that the patches don't mention count as having no value.
std::optional<Uuid> naturalId(const schema::Collection& collection, const Uuid& scope,
                              std::span<const FieldPatch> patches);

}  // namespace foyer::model
