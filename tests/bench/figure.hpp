// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::bench {

using Time = std::chrono::steady_clock;

inline double msSince(Time::time_point from) {
  return std::chrono::duration<double, std::milli>(Time::now() - from).count();
}

inline double percentile(std::vector<double> values, double p) {
  std::sort(values.begin(), values.end());
  const auto at = static_cast<std::size_t>(p * static_cast<double>(values.size()));
  return values[std::min(values.size() - 1, at)];
}

/// A line of /proc/PID/status in KiB, such as VmRSS or VmHWM; 0 where it can't be read.
inline double memoryKib(const std::string& pid, std::string_view line) {
  std::ifstream status("/proc/" + pid + "/status");
  for (std::string text; std::getline(status, text);) {
    if (text.starts_with(line)) return std::stod(text.substr(line.size() + 1));
  }
  return 0;
}

/// One line of results.
inline void figure(const char* name, double value, const char* unit, const char* better = "lower") {
  std::printf("{\"name\":\"%s\",\"value\":%.6g,\"unit\":\"%s\",\"better\":\"%s\"}\n", name, value, unit,
              better);
  std::fflush(stdout);
}

}  // namespace foyer::bench
