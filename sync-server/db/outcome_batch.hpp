// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/db/rows.hpp"

namespace foyer::server {

/// Outcomes of one push as one row: 25 bytes each (hash 16, outcome 1, version 8 big-endian).
std::string encodeOutcomes(std::span<const StoredOutcome> outcomes);
/// Reasons of held ones: {"<seq>":{"code","field","message"},…}; none when nothing is held.
std::optional<std::string> encodeReasons(std::span<const StoredOutcome> outcomes);
/// Throws std::runtime_error on damage.
std::vector<StoredOutcome> decodeOutcomes(std::uint64_t firstSeq, std::string_view entries,
                                          std::string_view reasons);

}  // namespace foyer::server
