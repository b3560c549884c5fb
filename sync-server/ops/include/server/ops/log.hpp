// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace foyer::server::ops {

enum class Level { debug, info, warning, error };

/// One key and value of a log line. Never pass tokens, passwords, bodies or query strings.
struct LogField {
  std::string_view key;
  std::variant<std::string_view, std::int64_t, double, bool> value;

  LogField(std::string_view k, std::string_view v) : key(k), value(v) {}
  LogField(std::string_view k, const std::string& v) : key(k), value(std::string_view(v)) {}
  LogField(std::string_view k, const char* v) : key(k), value(std::string_view(v)) {}
  LogField(std::string_view k, std::int64_t v) : key(k), value(v) {}
  LogField(std::string_view k, int v) : key(k), value(std::int64_t{v}) {}
  LogField(std::string_view k, double v) : key(k), value(v) {}
  LogField(std::string_view k, bool v) : key(k), value(v) {}
};

/// Where log lines go: JSON, one per line. `file` empty: standard error. Call once before other threads
/// start; without it, lines go to standard error from level warning.
void startLog(Level level, const std::filesystem::path& file = {});

/// Writes {"time","level","event",fields…}. Thread-safe. Control characters and bad UTF-8 are escaped.
void log(Level level, std::string_view event, std::initializer_list<LogField> fields = {});
inline void logInfo(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(Level::info, event, fields);
}
inline void logWarning(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(Level::warning, event, fields);
}
inline void logError(std::string_view event, std::initializer_list<LogField> fields = {}) {
  log(Level::error, event, fields);
}

/// The line without writing it; `unixMs` is the time.
std::string logLine(Level level, std::string_view event, std::initializer_list<LogField> fields,
                    std::int64_t unixMs);

}  // namespace foyer::server::ops
