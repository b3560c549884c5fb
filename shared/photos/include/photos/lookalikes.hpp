// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/uuid.hpp"
#include "store/reader.hpp"

namespace foyer::photos {

/// The perceptual hashes of a library in memory: 24 bytes a photo, a million are searched in about a
/// millisecond. A hash that is no hash is left out. Not thread-safe while filled.
class Lookalikes {
 public:
  /// At most so many differing bits of 64 make two pictures look alike; up to kSame they are taken for one.
  static constexpr int kAlike = 10;
  static constexpr int kSame = 4;

  struct Found {
    Uuid photo;
    int distance = 0;
  };

  /// All live photos of a scope.
  static Lookalikes of(store::Reader& reader, const Uuid& scope);

  void add(const Uuid& photo, std::string_view hash);
  std::size_t size() const { return m_hashes.size(); }
  /// The nearest first, without the photo itself.
  std::vector<Found> near(const Uuid& photo, std::string_view hash, int distance = kAlike) const;
  /// Photos that look like another one, in groups of two and more, the largest first. Two photos are in one
  /// group when a chain of such pairs connects them. `distance` up to kSame, for which a quarter of the bits
  /// must agree exactly somewhere.
  std::vector<std::vector<Uuid>> groups(int distance = kSame) const;

 private:
  std::vector<std::uint64_t> m_hashes;
  std::vector<Uuid> m_photos;
};

}  // namespace foyer::photos
