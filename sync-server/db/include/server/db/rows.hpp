// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/hlc.hpp"
#include "merge/merge.hpp"
#include "model/digest.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"
#include "schema/types.hpp"

namespace foyer::server {

/// A record's place inside a scope.
struct RecordKey {
  const schema::Collection* collection = nullptr;  ///< not owned
  Uuid id;
  bool operator==(const RecordKey&) const = default;
  std::strong_ordering operator<=>(const RecordKey& other) const {
    if (const auto c = collection->id <=> other.collection->id; c != 0) return c;
    return id <=> other.id;
  }
};

/// The one row per scope whose lock orders all writing (design law 6).
struct ScopeRow {
  Uuid scope;
  std::optional<schema::Scope> kind;  ///< none: not born yet, its head record was never accepted
  std::int64_t epoch = 1;             ///< law 11; versions and cursors belong to it
  std::int64_t epochBase = 0;         ///< restored head of the epoch: older cursors count at most this much
  std::int64_t epochFirst = 0;        ///< its first version; what is smaller belongs to an older epoch
  std::int64_t head = 0;              ///< version of the last writing transaction
  Hlc clock;                          ///< never goes back (law 4)
  model::Digest digest;               ///< sum of the row hashes (law 10)
  model::Digest chain;                ///< running hash of the transactions up to `head` (law 11)
  std::int64_t membersVersion = 0;    ///< version at which the member list last changed
  std::map<std::uint16_t, std::int64_t> heads;  ///< newest version per collection id
  /// The digest as older schema levels know the rows, where it differs.
  std::map<int, model::Digest> olderDigests;
  const model::Digest& digestAt(int level) const {
    const auto it = olderDigests.find(level);
    return it == olderDigests.end() ? digest : it->second;
  }
  bool operator==(const ScopeRow&) const = default;
};

/// An epoch that began when the scope came back from an older state (law 11). Up to `restoredHead` its
/// history is the one before; a version below `first` counts as at most that.
struct EpochMark {
  std::int64_t epoch = 0;
  std::int64_t first = 0;
  std::int64_t restoredHead = 0;
  std::int64_t beganMs = 0;
  bool operator==(const EpochMark&) const = default;
};
/// What a cursor or base counts as; `epochs` ascending.
std::int64_t countedVersion(std::int64_t version, std::span<const EpochMark> epochs);

/// A version of a scope, to look up its running hash.
struct ScopePoint {
  Uuid scope;
  std::int64_t version = 0;
};

/// One device in one scope: exactly-once bookkeeping (law 5).
struct DeviceRow {
  Uuid device;
  Uuid account;
  std::uint64_t lastSeq = 0;  ///< highest number that has an outcome
  std::uint64_t acked = 0;    ///< outcomes up to here are on the device
  Hlc lastStamp;              ///< of its latest mutation, as raised by the server
  std::int64_t seenMs = 0;    ///< wall clock of its last push
  bool operator==(const DeviceRow&) const = default;
};

/// How far a device has got in a scope, as it said itself.
struct DeviceCursor {
  Uuid device;
  Uuid account;
  std::int64_t cursor = 0;  ///< it has everything up to this version
  std::int64_t seenMs = 0;
};

/// How far a device was sent in a scope; it may not have stored all of it.
struct DeviceSent {
  Uuid scope;
  Uuid device;
  Uuid account;
  std::int64_t version = 0;
};

/// What waits in the whole database.
struct Backlog {
  struct Lag {
    Uuid scope;
    Uuid device;
    std::int64_t versions = 0;  ///< between what the device was sent and the scope's head
  };
  std::vector<Lag> lags;           ///< the furthest behind first
  std::int64_t openConflicts = 0;  ///< cards that nobody has settled
};

/// Kind of a scope whose content was erased: there, so that nothing takes its id again, and nobody's.
inline constexpr schema::Scope kErasedScope{};

class CommittedRows;

/// A commit that moved a scope's head.
struct ScopeChange {
  Uuid scope;
  std::int64_t head = 0;
  bool members = false;  ///< the member list changed with it
  bool jobs = false;     ///< it queued work
  /// What it wrote, for the followers of this process. None: it has to be read.
  std::shared_ptr<const CommittedRows> rows;
};

using MutationHash = std::array<std::uint8_t, 16>;

/// What a numbered mutation came to. After the device's ack only the reason is dropped.
struct StoredOutcome {
  MutationHash hash{};
  model::MutationResult result;
};

struct Member {
  Uuid account;
  std::string role;
  bool operator==(const Member&) const = default;
};

/// One of an account's scopes, with what a hello needs.
struct ScopeMembership {
  ScopeRow scope;
  std::string role;
  std::uint64_t lastSeq = 0;  ///< of the asking device
  std::int64_t records = 0;   ///< records with content, as counted for the quota
};

/// Kind of the job that looks whether the bytes of these files (ids of image_files) are here. Queued when a
/// blob was stored and when such a record changes.
inline constexpr const char* kBlobJob = "blob";

/// Work queued in the transaction that causes it, run later in a transaction of its own. Runs at least once.
struct Job {
  std::int64_t id = 0;
  std::string kind;     ///< "project" and others; the runner has one handler per kind
  Uuid scope;           ///< the scope whose transaction queued it
  std::string payload;  ///< the handler's own format
  int attempts = 0;     ///< including the one that runs now
  std::int64_t dueMs = 0;
};

}  // namespace foyer::server
