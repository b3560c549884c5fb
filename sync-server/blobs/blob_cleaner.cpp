// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blob_cleaner.hpp"

namespace foyer::server {
namespace {
constexpr std::int64_t kBatch = 500;
}

std::size_t BlobCleaner::dropUnused(std::int64_t beforeMs) {
  std::size_t dropped = 0;
  for (;;) {
    std::size_t now = 0;
    const auto unused = m_store.unusedBlobs(beforeMs, kBatch);
    for (const std::string& sha256 : unused) {
      const bool gone = m_store.dropBlob(sha256, beforeMs, [&] { m_files.removeObject(sha256); });
      now += gone ? 1u : 0u;
    }
    dropped += now;
    if (now == 0) return dropped;
  }
}

}  // namespace foyer::server
