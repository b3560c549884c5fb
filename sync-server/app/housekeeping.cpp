// SPDX-License-Identifier: GPL-3.0-or-later
#include "housekeeping.hpp"

#include "server/ops/log.hpp"

namespace foyer::server::app {
namespace {

constexpr std::int64_t kJournalBatch = 5'000;
constexpr std::int64_t kScopes = 200;
/// An upload may come before the record that refers to it: so long a blob may wait for it.
constexpr std::int64_t kUnreferredMs = 7 * TrashPolicy::kDay;
/// Bytes that no scope has go after this time; a shorter one would race with uploads for nothing.
constexpr std::int64_t kUnusedMs = 3'600'000;

void tell(const char* event, std::size_t count) {
  if (count > 0) ops::logInfo(event, {{"count", static_cast<std::int64_t>(count)}});
}

}  // namespace

Keeping keeping(const config::Config& config) {
  Keeping keep;
  keep.trash.keepMs = config.duration("trash.keep").count();
  keep.trash.deviceMs = config.duration("trash.wait_for_devices").count();
  keep.journalMs = config.duration("journal.keep").count();
  keep.everyMs = config.duration("housekeeping.every").count();
  return keep;
}

Housekeeping::Housekeeping(SyncService& sync, UploadStore& uploads, BlobCleaner& blobs, Eraser& eraser,
                           const Keeping& keep)
    : m_sync(sync), m_uploads(uploads), m_blobs(blobs), m_eraser(eraser), m_keep(keep) {
  m_ticker = std::make_unique<Ticker>(std::chrono::milliseconds(m_keep.everyMs), [this] { round(); });
}

void Housekeeping::round() {
  const std::int64_t now = m_sync.clock().wallMs();
  tell("erasures finished", static_cast<std::size_t>(m_eraser.finishOpen()));
  tell("trash purged", purgeAllTrash(m_sync, m_keep.trash));
  std::size_t pruned = 0;
  for (std::int64_t batch = kJournalBatch; batch == kJournalBatch;) {
    batch = m_sync.store().pruneJournal(now - m_keep.journalMs, kJournalBatch);
    pruned += static_cast<std::size_t>(batch);
  }
  tell("journal pruned", pruned);
  releaseBlobs(now);
  tell("files removed", m_blobs.dropUnused(now - kUnusedMs));
}

void Housekeeping::releaseBlobs(std::int64_t nowMs) {
  Uuid after;
  for (;;) {
    const auto scopes = m_uploads.scopesWithBlobs(nowMs - kUnreferredMs, after, kScopes);
    for (const Uuid& scope : scopes) m_uploads.releaseUnreferred(scope, nowMs - kUnreferredMs);
    if (static_cast<std::int64_t>(scopes.size()) < kScopes) return;
    after = scopes.back();
  }
}

}  // namespace foyer::server::app
