// SPDX-License-Identifier: GPL-3.0-or-later
// Stamps and a clock that is put right (law 4).
#include <algorithm>

#include "database.hpp"

namespace foyer::store {

namespace {

constexpr std::string_view kTrusted = "clock_trusted";

/// Everything stamped so far is trusted, and whatever comes is above it. Inside a transaction.
void trust(Database& d, Hlc least, const Settings& settings) {
  for (const auto& [key, value] : settings) putSetting(d, key, value);
  d.hlc.observe(least);
  putSetting(d, kTrusted, d.hlc.last().str());
}

}  // namespace

Hlc Store::trustedStamp() { return Hlc::parse(setting(kTrusted)).value_or(Hlc{}); }

void Store::trustStamps(std::int64_t confirmedMs, const Settings& settings) {
  const Hlc before = confirmedMs > 0 ? Hlc{} : trustedStamp();
  m_db->transact([&] { trust(*m_db, std::max(before, Hlc::fromMs(confirmedMs)), settings); });
}

void Store::shiftStamps(std::int64_t deltaMs, const Settings& settings) {
  const Hlc trusted = trustedStamp();
  m_db->transact([&] {
    const std::int64_t nowMs = m_db->nowMs() + deltaMs;
    const Hlc now = Hlc{Hlc::fromMs(nowMs + 1).value - 1};  // with the last counter of this millisecond
    // From here on by the clock that was put right, even if that is back.
    m_db->hlc = HlcClock(m_db->outbox.shiftStamps(deltaMs, trusted, now));
    trust(*m_db, Hlc::fromMs(nowMs), settings);
  });
}

}  // namespace foyer::store
