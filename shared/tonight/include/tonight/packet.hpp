// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "tonight/tally.hpp"

namespace foyer::tonight {

/// What passes from tablet to tablet: everything that the sender knows of a round, sealed so that only
/// members of the family read it. The bytes are specified in README.md.
Bytes packet(const Ballots& ballots, const Uuid& family, const Uuid& round);
/// Reads a packet of this family and round; titles are found among the candidates, votes about others are
/// left out. Errors: damaged (altered, or of another family), notFound (another round), tooNew.
Result<Ballots> opened(std::span<const std::uint8_t> packet, const Uuid& family, const Uuid& round,
                       const std::vector<Candidate>& candidates);

/// For a QR code: a packet in its alphanumeric alphabet.
std::string asCode(std::span<const std::uint8_t> packet);
Result<Bytes> fromCode(std::string_view code);

}  // namespace foyer::tonight
