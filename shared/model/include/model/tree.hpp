// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/digest.hpp"

namespace foyer::model {

/// The digest tree of a scope (design law 10), computed only when a difference is searched: a row's place is
/// the beginning of the SHA-256 of its id, a prefix of bytes names a branch, a prefix of kTreeDepth bytes a
/// leaf.
inline constexpr std::size_t kTreeFan = 256;
inline constexpr std::size_t kTreeDepth = 2;

using Place = std::array<std::uint8_t, kTreeDepth>;
Place placeOf(const Uuid& id);

/// Whether a place lies in the branch of this prefix (raw bytes, at most kTreeDepth).
bool isUnder(const Place& place, std::string_view prefix);

/// What a branch holds: live and trashed rows.
struct BranchSum {
  std::int64_t rows = 0;
  Digest sum;
  bool operator==(const BranchSum&) const = default;
};

/// The sums of all leaves, and from them of every branch. 1.5 MiB. Not thread-safe.
class TreeSums {
 public:
  TreeSums() : m_leaves(kTreeFan * kTreeFan) {}
  void add(const Uuid& id, const Digest& hash);
  BranchSum at(std::string_view prefix) const;
  /// The children of a branch above the leaves, by their next byte.
  std::vector<BranchSum> children(std::string_view prefix) const;

 private:
  std::vector<BranchSum> m_leaves;
};

}  // namespace foyer::model
