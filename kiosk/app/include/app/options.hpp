// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace foyer::kiosk {

/// What the command line asks for.
struct Options {
  std::string data = "foyer-kiosk-data";
  std::string server, enrolToken, name, frames, screenshots, size, scheme = "light", language;
  std::optional<std::int64_t> nowMs;  ///< the clock starts here
  bool standardInput = false, json = false, offline = false, exitOnEof = false, selfTest = false,
       insecure = false;
  int waitSyncSeconds = 0;
};

/// The options, or the status to leave with (help, version, a wrong option).
struct Parsed {
  Options options;
  std::optional<int> leave;
};
Parsed parseOptions(int argc, char** argv);

}  // namespace foyer::kiosk
