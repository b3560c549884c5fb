// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/view_memory.hpp"

#include <algorithm>
#include <tuple>

namespace foyer::kiosk {

std::optional<std::string> ViewMemory::see(const std::vector<FoundCode>& codes, std::int64_t now) {
  std::erase_if(m_seen, [now](const auto& entry) { return now - entry.second >= kGoneMs; });
  const FoundCode* best = nullptr;
  const auto rank = [](const FoundCode& c) { return std::tuple(c.text.starts_with("FY"), c.area); };
  bool lastInView = false;
  for (const FoundCode& code : codes) {
    if (const auto it = m_seen.find(code.text); it != m_seen.end()) {
      it->second = now;
      lastInView = lastInView || code.text == m_last;
    } else if (best == nullptr || rank(*best) < rank(code)) {
      best = &code;
    }
  }
  if (best == nullptr || (lastInView && now - m_toldAt < kHoldMs)) return std::nullopt;
  m_seen[best->text] = now;
  m_last = best->text;
  m_toldAt = now;
  return best->text;
}

void ViewMemory::clear() {
  m_seen.clear();
  m_last.clear();
}

}  // namespace foyer::kiosk
