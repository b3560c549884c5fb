// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "server/db/memory_store.hpp"

namespace foyer::server {

struct MemoryStore::ScopeData {
  ScopeRow row;
  std::map<Uuid, std::string> members;
  std::map<Uuid, DeviceRow> devices;
  std::map<std::pair<Uuid, std::uint64_t>, StoredOutcome> outcomes;
  std::map<RecordKey, std::pair<merge::ServerRecord, model::Digest>> records;
  std::map<Uuid, std::int64_t> projected;
  std::map<Uuid, DeviceCursor> cursors;
  std::map<Uuid, DeviceSent> sent;
  std::set<Uuid> erased;
  std::int64_t recordCount = 0;
  std::map<std::pair<RecordKey, std::int64_t>, JournalEntry> journal;  ///< by record and version
  std::map<std::int64_t, model::Digest> chain;
  std::vector<EpochMark> epochs;
};

}  // namespace foyer::server
