// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/record.hpp"

/// What somebody agreed to, and what may leave the device because of it. Pure, so that it bites without a
/// network.
namespace foyer::talent {

enum class ConsentState : std::uint8_t {
  none,       ///< never asked, or never answered
  given,      ///< holds today
  expired,    ///< was given until a day that is over
  withdrawn,  ///< taken back
};

/// Where one purpose stands for a profile: the latest act decides, and of two at the same moment the
/// withdrawal.
struct Consent {
  ConsentState state = ConsentState::none;
  const model::Record* act = nullptr;  ///< the record of `consents` that decides; points into `acts`
};
/// `acts`: records of `consents`, of any profile; others are passed over. `today`: "2026-06-13"; a consent
/// holds on its last day.
Consent consentFor(std::span<const model::Record> acts, const Uuid& profile, std::string_view purpose,
                   std::string_view today);

/// Everything that shows a profile to somebody else.
enum class ExportPath : std::uint8_t { contactCard, compCard, publicPage, castingSearch, gateFace };

struct ExportAnswer {
  bool allowed = false;
  bool photos = false;                    ///< pictures may be in it
  std::vector<std::string_view> missing;  ///< purposes without which it is not allowed
};
/// A minor's profile needs the guardian's consent besides, and has no public page.
ExportAnswer mayExport(ExportPath path, std::span<const model::Record> acts, const Uuid& profile, bool minor,
                       std::string_view today);

/// Milliseconds since 1970 of a zoned time like "2026-06-13T06:42:00.000+02:00" (no offset: UTC); lowest for
/// none.
std::int64_t instantOf(std::string_view zoned);

}  // namespace foyer::talent
