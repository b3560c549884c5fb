// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/mutation.hpp"
#include "model/record.hpp"

namespace foyer::qt {

/// What a person calls a record: its title or name. Empty when it has none.
QString titleOf(const model::Record& record);
/// The same from what a mutation writes, for a record that isn't there.
QString titleOf(const model::Mutation& mutation);
/// A value as one line of words; sets are joined with commas.
QString wordsOf(const schema::Field& field, const model::Value& value);
/// The same of a value as JSON; what this version can't read is shown as it is.
QString wordsOfJson(const schema::Field& field, std::string_view json);

}  // namespace foyer::qt
