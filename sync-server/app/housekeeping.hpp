// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "server/accounts/erasure.hpp"
#include "server/blobs/blob_cleaner.hpp"
#include "server/config/config.hpp"
#include "server/sync/trash.hpp"
#include "ticker.hpp"

namespace foyer::server::app {

/// How long things are kept. Times in milliseconds.
struct Keeping {
  TrashPolicy trash;
  std::int64_t journalMs = 90 * TrashPolicy::kDay;
  std::int64_t everyMs = 3'600'000;
};
Keeping keeping(const config::Config& config);

/// What is done now and then, in small batches, on a thread of its own: purges the trash, prunes the journal,
/// goes on with erasures that were cut off, and removes files that nothing refers to. Any number of processes
/// may do it at once.
class Housekeeping {
 public:
  Housekeeping(SyncService& sync, UploadStore& uploads, BlobCleaner& blobs, Eraser& eraser,
               const Keeping& keep);
  /// One round, now.
  void round();
  void stop() { m_ticker->stop(); }

 private:
  void releaseBlobs(std::int64_t nowMs);

  SyncService& m_sync;
  UploadStore& m_uploads;
  BlobCleaner& m_blobs;
  Eraser& m_eraser;
  const Keeping m_keep;
  std::unique_ptr<Ticker> m_ticker;
};

}  // namespace foyer::server::app
