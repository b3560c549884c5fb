// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "server/blobs/blob_files.hpp"
#include "server/db/upload_store.hpp"

namespace foyer::server {

/// Removes the bytes of blobs that no scope has any more (law 14). Each is looked at again under a lock that
/// an upload of the same bytes takes too, so that a blob which is just coming back is never lost. Several
/// processes may clean at once. Thread-safe; blocks.
class BlobCleaner {
 public:
  BlobCleaner(const BlobFiles& files, UploadStore& store) : m_files(files), m_store(store) {}
  /// Blobs that were stored before `beforeMs`, until there are none left. Returns how many were removed.
  std::size_t dropUnused(std::int64_t beforeMs);

 private:
  const BlobFiles& m_files;
  UploadStore& m_store;
};

}  // namespace foyer::server
