// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <time.h>

#include <chrono>

namespace foyer {
namespace {

template <class C>
std::int64_t msNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(C::now().time_since_epoch()).count();
}

}  // namespace

std::int64_t SystemClock::wallMs() const { return msNow<std::chrono::system_clock>(); }

/// Where the platform can, with the time that the device slept: what was written before and after is stamped
/// by it.
std::int64_t SystemClock::steadyMs() const {
#ifdef CLOCK_BOOTTIME
  timespec now{};
  if (::clock_gettime(CLOCK_BOOTTIME, &now) == 0)
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
#endif
  return msNow<std::chrono::steady_clock>();
}

}  // namespace foyer
