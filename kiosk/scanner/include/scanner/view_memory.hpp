// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scanner/decoder.hpp"

namespace foyer::kiosk {

/// What the camera has in view, so that one presentation of a badge is one scan. A code is told once and
/// again only after it was out of view for a while; while a told code is in view, the ones beside it wait. Of
/// several, a Foyer badge goes before other codes and the nearest before the rest. Not thread-safe.
class ViewMemory {
 public:
  static constexpr std::int64_t kGoneMs = 1'500;  ///< unseen for so long: presented anew
  static constexpr std::int64_t kHoldMs = 2'000;  ///< others wait at most so long behind a code that stays

  /// The code to tell for this frame, if any.
  std::optional<std::string> see(const std::vector<FoundCode>& codes, std::int64_t steadyMs);
  /// The next frame shows another scene.
  void clear();

 private:
  std::unordered_map<std::string, std::int64_t> m_seen;  ///< told codes and when they were last in view
  std::string m_last;
  std::int64_t m_toldAt = 0;
};

}  // namespace foyer::kiosk
