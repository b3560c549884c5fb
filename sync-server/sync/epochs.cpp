// SPDX-License-Identifier: GPL-3.0-or-later
#include "epochs.hpp"

#include <algorithm>
#include <vector>

#include "protocol/limits.hpp"

namespace foyer::server {
namespace {

/// More writing transactions than one scope can have in a millisecond.
constexpr std::int64_t kVersionsPerMs = 1024;

std::vector<protocol::ChainMark> pointsOf(const protocol::ScopeState& device) {
  std::vector<protocol::ChainMark> points = device.marks;
  if (device.hash) points.push_back({device.cursor, *device.hash});
  return points;
}

/// What the points of a device say about this history.
struct Verdict {
  bool foreign = false;     ///< at least one is of another history
  std::int64_t common = 0;  ///< the newest that is of this one
};

Verdict judge(const protocol::ScopeState& device, ScopeTx& tx) {
  const std::vector<protocol::ChainMark> points = pointsOf(device);
  std::vector<std::int64_t> versions;
  for (const protocol::ChainMark& point : points) versions.push_back(point.version);
  const std::map<std::int64_t, model::Digest> known = tx.chainAt(versions);
  const std::optional<std::int64_t> oldest = tx.oldestChain();
  Verdict verdict;
  for (const protocol::ChainMark& point : points) {
    if (countedVersion(point.version, tx.epochs()) != point.version) continue;  // known to be forgotten
    const auto it = known.find(point.version);
    const bool same = it != known.end() && it->second == point.hash;
    const bool longAgo = point.version <= tx.row().head && (!oldest || point.version < *oldest);
    if (same) verdict.common = std::max(verdict.common, point.version);
    if (!same && !longAgo) verdict.foreign = true;
  }
  return verdict;
}

}  // namespace

std::int64_t firstVersionOf(std::int64_t wallMs, std::int64_t highestKnown) {
  const std::int64_t byTime = std::clamp<std::int64_t>(wallMs, 0, protocol::kMaxInteger / kVersionsPerMs / 2);
  return std::max(byTime * kVersionsPerMs, highestKnown + kVersionsPerMs);
}

bool fits(const protocol::ScopeState& device, const ScopeMembership& here,
          const std::optional<model::Digest>& hash) {
  const ScopeRow& row = here.scope;
  if (device.epoch > row.epoch) return false;
  if (device.epoch == row.epoch && device.acked > here.lastSeq) return false;
  if (device.cursor > row.head) return false;
  if (device.cursor == 0 || !device.hash) return true;
  return device.cursor == row.head ? row.chain == *device.hash : hash == device.hash;
}

bool reconcile(const protocol::ScopeState& device, const Uuid& deviceId, ScopeTx& tx, std::int64_t wallMs) {
  if (!tx.born()) return false;
  const ScopeRow row = tx.row();
  const Verdict verdict = judge(device, tx);
  const bool forgot = device.epoch == row.epoch && device.acked > tx.device(deviceId).lastSeq;
  const bool ahead = device.epoch > row.epoch || (device.cursor > row.head && !device.hash);
  if (!verdict.foreign && !forgot && !ahead) return false;
  const std::int64_t highest = std::max(row.head, device.cursor);
  tx.openEpoch({.epoch = std::max(row.epoch, device.epoch) + 1,
                .first = firstVersionOf(wallMs, highest),
                .restoredHead = std::min(verdict.common, row.head),
                .beganMs = wallMs});
  return true;
}

}  // namespace foyer::server
