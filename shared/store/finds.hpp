// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "base/uuid.hpp"

namespace foyer::store {

/// One stored mutation as found in a damaged file.
struct FoundMutation {
  std::int64_t localId = 0;
  std::int64_t stage = 0;
  Uuid scope;
  std::uint64_t seq = 0;
  std::int64_t collection = 0;
  Uuid record;
  std::int64_t stamp = 0;
  std::int64_t base = 0;
  std::string json;
  std::string reasonCode, reasonField, reasonMessage;
  std::int64_t changed = 0;
  bool bySql = false;  ///< false: lay on a page that may be free by now
};

struct FoundScope {
  std::int64_t kind = 0;
  std::string role;
  std::int64_t lastSeq = 0;
  std::int64_t confirmed = 0;
};

/// What is found of a damaged file that only this device has.
struct Finds {
  std::map<std::int64_t, FoundMutation> outbox;  ///< by local id; acked and done ones, too
  std::map<std::int64_t, std::string> borrowed;  ///< by local id, as stored
  std::map<std::string, std::string> settings;
  std::map<Uuid, FoundScope> scopes;
};

/// Reads by SQL as far as that goes; where it stops, takes what lies on the pages.
Finds searchDamaged(const std::filesystem::path& damaged);

}  // namespace foyer::store
