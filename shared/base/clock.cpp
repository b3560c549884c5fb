// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <chrono>

namespace foyer {
namespace {

template <class C>
std::int64_t msNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(C::now().time_since_epoch()).count();
}

}  // namespace

std::int64_t SystemClock::wallMs() const { return msNow<std::chrono::system_clock>(); }
std::int64_t SystemClock::steadyMs() const { return msNow<std::chrono::steady_clock>(); }

}  // namespace foyer
