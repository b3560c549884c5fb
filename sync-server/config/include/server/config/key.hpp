// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace foyer::server::config {

/// How a value is written. A duration is a whole number with ms, s, m, h or d; a size one with B, KiB, MiB or
/// GiB.
enum class Kind { text, path, integer, boolean, duration, size, list };

/// One setting: everything the server knows about it, its own documentation included.
struct Key {
  std::string name;  ///< "http.port"; the environment says FOYER_HTTP_PORT
  Kind kind = Kind::text;
  std::string fallback;  ///< in the written form; lists: comma-separated
  std::string text;      ///< what it does, one or two sentences
  std::int64_t min = 0;  ///< of integers; milliseconds of durations; bytes of sizes
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
  std::vector<std::string> choices{};  ///< of texts; empty: any
  bool secret = false;                 ///< never printed
};

/// All settings, in the order of the reference.
std::span<const Key> allKeys();
/// Null when there is none.
const Key* findKey(std::string_view name);
std::string environmentName(const Key& key);

/// A value in its written form, checked against kind and constraint. The error's message names neither the
/// key nor a secret value.
Result<void> checkValue(const Key& key, std::string_view written);
Result<std::int64_t> parseNumber(const Key& key, std::string_view written);

/// The reference as markdown: CONFIG.md is this text.
std::string reference();

}  // namespace foyer::server::config
