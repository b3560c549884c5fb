// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/key.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace foyer::server::config {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t factor;
};
constexpr std::array<Unit, 5> kTimes = {
    {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}}};
constexpr std::array<Unit, 4> kSizes = {{{"B", 1}, {"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}}};

std::span<const Unit> unitsOf(Kind kind) {
  if (kind == Kind::duration) return kTimes;
  if (kind == Kind::size) return kSizes;
  return {};
}

std::string show(const Key& key, std::int64_t value) {
  const auto units = unitsOf(key.kind);
  for (auto unit = units.rbegin(); unit != units.rend(); ++unit)
    if (value % unit->factor == 0 && (value != 0 || unit->factor == 1))
      return std::to_string(value / unit->factor) + std::string(unit->name);
  return std::to_string(value);
}

std::string kindName(const Key& key) {
  switch (key.kind) {
    case Kind::text:
      return "text";
    case Kind::path:
      return "path";
    case Kind::integer:
      return "whole number";
    case Kind::boolean:
      return "true or false";
    case Kind::duration:
      return "duration (ms, s, m, h, d)";
    case Kind::size:
      return "size (B, KiB, MiB, GiB)";
    case Kind::list:
      break;
  }
  return "list of texts";
}

std::string constraint(const Key& key) {
  std::string out = kindName(key);
  if (key.secret) out += ", secret";
  for (std::size_t i = 0; i < key.choices.size(); ++i) out += (i == 0 ? ": " : ", ") + key.choices[i];
  const bool numeric = key.kind == Kind::integer || key.kind == Kind::duration || key.kind == Kind::size;
  if (numeric) out += ", " + show(key, key.min) + " to " + show(key, key.max);
  return out;
}

}  // namespace

const Key* findKey(std::string_view name) {
  const auto keys = allKeys();
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

std::string environmentName(const Key& key) {
  std::string out = "FOYER_";
  for (const char c : key.name)
    out += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

Result<std::int64_t> parseNumber(const Key& key, std::string_view written) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  std::string_view unit = written.substr(static_cast<std::size_t>(end - written.data()));
  if (error != std::errc() || value < 0) return {Code::invalidField, "must be a " + kindName(key)};
  const auto units = unitsOf(key.kind);
  if (!units.empty()) {
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == unit; });
    if (found == units.end() || value > std::numeric_limits<std::int64_t>::max() / found->factor)
      return {Code::invalidField, "must be a " + kindName(key)};
    value *= found->factor;
  } else if (!unit.empty()) {
    return {Code::invalidField, "must be a " + kindName(key)};
  }
  if (value < key.min || value > key.max)
    return {Code::invalidField, "must lie between " + show(key, key.min) + " and " + show(key, key.max)};
  return value;
}

Result<void> checkValue(const Key& key, std::string_view written) {
  switch (key.kind) {
    case Kind::integer:
    case Kind::duration:
    case Kind::size: {
      const auto parsed = parseNumber(key, written);
      if (!parsed) return parsed.error();
      return {};
    }
    case Kind::boolean:
      if (written != "true" && written != "false") return {Code::invalidField, "must be true or false"};
      return {};
    case Kind::text:
    case Kind::path:
    case Kind::list:
      break;
  }
  if (std::any_of(written.begin(), written.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return {Code::invalidField, "must not have control characters"};
  const auto& choices = key.choices;
  if (choices.empty() || std::find(choices.begin(), choices.end(), written) != choices.end()) return {};
  std::string all;
  for (const std::string& one : choices) all += (all.empty() ? "" : ", ") + one;
  return {Code::invalidField, "must be one of " + all};
}

std::string reference() {
  std::string out =
      "# Settings of foyer-server\n\n"
      "Printed by `foyer-server config-reference` from the declaration in `sync-server/config/keys.cpp`; a "
      "test compares "
      "the two.\n\n"
      "A setting comes from the TOML file (`--config FILE`), from the environment, or from a flag "
      "(`--set http.port=9001`); the later one wins. Unknown keys and bad values are refused with file and "
      "line.\n"
      "A key `a.b` is `b` in the section `[a]` of the file, and `FOYER_A_B` in the environment.\n";
  for (const Key& key : allKeys()) {
    out += "\n## `" + key.name + "`\n\n" + key.text + "\n\n";
    out += "- Default: " + (key.fallback.empty() ? "empty" : "`" + key.fallback + "`") + "\n";
    out += "- Value: " + constraint(key) + "\n";
    out += "- Environment: `" + environmentName(key) + "`\n";
  }
  return out;
}

}  // namespace foyer::server::config
