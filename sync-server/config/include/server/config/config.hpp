// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "server/config/key.hpp"

namespace foyer::server::config {

/// Where settings come from; a later one wins: file, environment, flags.
struct Sources {
  std::optional<std::filesystem::path> file;
  std::vector<std::pair<std::string, std::string>> environment;  ///< only FOYER_… counts
  std::vector<std::pair<std::string, std::string>> flags;        ///< key name and written value
};

/// The process's environment.
std::vector<std::pair<std::string, std::string>> processEnvironment();

/// All settings of one run. Read-only, any thread. Asking for a key that is not declared throws
/// std::logic_error.
class Config {
 public:
  /// Refuses unknown keys and bad values; the message begins with file:line, the variable or the flag.
  static Result<Config> load(const Sources& sources);

  std::string text(std::string_view key) const;
  std::filesystem::path path(std::string_view key) const { return text(key); }
  std::int64_t integer(std::string_view key) const;
  bool boolean(std::string_view key) const;
  std::chrono::milliseconds duration(std::string_view key) const;
  std::size_t size(std::string_view key) const;
  std::vector<std::string> list(std::string_view key) const;

  /// All settings and where each came from, secrets hidden: for the log and for `doctor`.
  std::vector<std::pair<std::string, std::string>> describe() const;

 private:
  struct Value {
    std::string written, origin;
  };
  const Value& find(std::string_view key, Kind kind) const;
  std::map<std::string, Value, std::less<>> m_values;
};

}  // namespace foyer::server::config
