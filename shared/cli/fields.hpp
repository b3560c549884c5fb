// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::cli {

/// Reads a value as typed: numbers and true/false plainly, sets separated by commas, nothing for "no value".
Result<model::Value> parseTyped(const schema::Field& field, const std::string& text);

/// Turns `field=value`, `field+=element` and `field-=element` into patches. `current` is the record that is
/// edited, or nothing for a new one.
Result<std::vector<model::FieldPatch>> parseAssignments(const schema::Collection& collection,
                                                        const std::vector<std::string>& assignments,
                                                        const std::optional<model::Record>& current);

}  // namespace foyer::cli
