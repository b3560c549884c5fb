// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace foyer::server {

/// SHA-1 or SHA-256 of one piece, as a tus client may ask for. Not thread-safe.
class PieceDigest {
 public:
  /// Null for an algorithm that is not offered.
  static std::unique_ptr<PieceDigest> make(std::string_view algorithm);
  virtual ~PieceDigest() = default;
  virtual void update(std::string_view bytes) = 0;
  virtual std::string finish() = 0;
};

}  // namespace foyer::server
