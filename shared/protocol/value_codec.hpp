// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hlc.hpp"
#include "json_cursor.hpp"
#include "model/digest.hpp"
#include "model/value.hpp"
#include "schema/types.hpp"

namespace foyer::protocol {

/// Reads a value of the field's type, or null, into `value`, reusing its memory. Throws Malformed.
void readValue(JsonCursor& cursor, const schema::Field& field, model::Value& value, std::string& scratch);
model::TextSet readSet(JsonCursor& cursor);
Uuid readUuid(JsonCursor& cursor);
std::int64_t readVersion(JsonCursor& cursor);
Hlc readHlc(JsonCursor& cursor);
model::Digest readDigest(JsonCursor& cursor);
void appendSet(std::string& out, const model::TextSet& set);

}  // namespace foyer::protocol
