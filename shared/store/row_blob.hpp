// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "base/text.hpp"
#include "model/record.hpp"

namespace foyer::store {

/// Compact form of a record for one column: fields by id, so that a newer declaration still reads it.
Bytes packRow(const model::Record& record);
/// The version of the record that was packed.
std::int64_t packedVersion(std::span<const std::uint8_t> bytes);
/// Throws SqliteError (damaged) when the bytes make no sense. Fields the declaration no longer has are left
/// out.
model::Record unpackRow(const schema::Collection& collection, const Uuid& scope, const Uuid& id,
                        std::span<const std::uint8_t> bytes);

}  // namespace foyer::store
