// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/kept_clock.hpp"

#include <cstdlib>
#include <sstream>
#include <string>

namespace foyer::sync {

namespace {

constexpr const char* kOffset = "clock_offset_ms";
constexpr const char* kRun = "clock_run";

/// How the last run left the clock: from the steady clock to it, whether a server confirmed it in that run,
/// which boot.
struct Run {
  std::int64_t ahead = 0;
  bool compared = false;
  std::string boot;
};

Run readRun(const std::string& text) {
  Run run;
  std::istringstream in(text);
  in >> run.ahead >> run.compared >> run.boot;
  return run;
}

/// A disk that is full keeps nobody from opening; the next comparison notes it again.
template <class Write>
void quietly(Write write) {
  try {
    write();
  } catch (const store::Failure& failure) {
    if (failure.damaged) throw;
  }
}

}  // namespace

store::Settings clockSettings(const CorrectedClock& clock, std::string_view boot, bool compared,
                              std::int64_t deltaMs) {
  std::ostringstream run;
  run << clock.aheadMs() + deltaMs << ' ' << compared << ' ' << boot;
  return {{kOffset, std::to_string(clock.offsetMs() + deltaMs)}, {kRun, run.str()}};
}

void resumeClock(CorrectedClock& clock, store::Store& store, std::string_view boot) {
  clock.setOffset(std::strtoll(store.setting(kOffset).c_str(), nullptr, 10));
  const Run last = readRun(store.setting(kRun));
  const bool goesOn = last.compared && !boot.empty() && last.boot == boot;
  if (goesOn) clock.setAhead(last.ahead);
  quietly([&] {
    if (last.compared && !goesOn) store.trustStamps(0, {});
  });
  const std::int64_t confirmed = store.trustedStamp().ms();
  if (!goesOn && clock.wallMs() < confirmed) clock.setOffset(clock.offsetMs() + confirmed - clock.wallMs());
  store.hlc().observe(store.trustedStamp());
  quietly([&] {
    for (const auto& [key, value] : clockSettings(clock, boot, goesOn))
      if (store.setting(key) != value) store.setSetting(key, value);
  });
}

}  // namespace foyer::sync
