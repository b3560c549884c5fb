// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace foyer::server {

/// Numbers of the sync conversation, each with its reason.
struct SyncLimits {
  /// One push holds the scope's lock for about 30 ms at this size; more would delay others in the scope.
  std::int64_t maxPushMutations = 1'000;
  /// Records with content in one scope, beyond which new ones are held; 0 = as many as they like. Facts and
  /// conflicts don't count: they are never refused for room.
  std::int64_t maxScopeRecords = 0;
  /// What a phone can hold twice in memory without trouble.
  std::int64_t maxFrameBytes = 8 << 20;
  /// Rows per page: large enough that round trips don't count, small enough to overlap reading and storing.
  std::int64_t pageRows = 10'000;
  /// Cell bytes per page, against rows with long texts.
  std::size_t pageBytes = 4u << 20;
};

}  // namespace foyer::server
