// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "base/uuid.hpp"

namespace foyer::crypto {

/// The id of a record with a natural key: the same on every device that makes it, without asking anybody.
///
/// BLAKE2b with 16 bytes of output and the personalisation "foyer-id" (padded with zero bytes to 16), over
/// scope id (16 raw bytes), collection name and each key part in the order of the declaration, each preceded
/// by its length in bytes as 4 bytes big-endian. The result becomes a UUID version 8 (version and variant
/// bits set). Key parts are values in canonical text: text as it is in UTF-8, references in lower-case UUID
/// form, integers in decimal without leading zeros.
Uuid derivedId(const Uuid& scope, std::string_view collection, std::span<const std::string_view> key);
Uuid derivedId(const Uuid& scope, std::string_view collection, std::initializer_list<std::string_view> key);

/// The gate scope that belongs to a project: derivedId(project, "gate", {}).
Uuid gateScopeOf(const Uuid& project);

}  // namespace foyer::crypto
