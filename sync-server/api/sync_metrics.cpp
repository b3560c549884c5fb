// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_metrics.hpp"

#include "server/ops/metrics.hpp"

namespace foyer::server::api {
namespace {

ops::Counter& counter(const char* name, const char* help) {
  return ops::Metrics::global().counter(name, help);
}

struct Counts {
  ops::Counter& pushes = counter("foyer_sync_pushes_total", "Pushes answered");
  ops::Counter& pulls = counter("foyer_sync_pulls_total", "Pulls answered with a page");
  ops::Counter& rows = counter("foyer_sync_rows_sent_total", "Rows in pages that were asked for");
  ops::Counter& mismatches =
      counter("foyer_sync_digest_mismatches_total", "Devices that began to search where they differ");
  ops::Counter& repairs = counter("foyer_sync_repairs_total", "Answers with rows that differed on a device");
  ops::Counter& repaired = counter("foyer_sync_repaired_rows_total", "Rows sent to put a device right");
  ops::Counter& frames = counter("foyer_live_frames_total", "Frames sent to followers unasked");
  ops::Counter& slow =
      counter("foyer_live_slow_readers_total", "Followers that were too slow and have to pull");
};

Counts& counts() {
  static Counts instance;
  return instance;
}

}  // namespace

void beginSyncCounts() { counts(); }

void countPush() { counts().pushes.add(); }

void countPull(const PageAnswer& page) {
  counts().pulls.add();
  counts().rows.add(static_cast<std::uint64_t>(page.rows->rows));
}

void countMismatch() { counts().mismatches.add(); }

void countRepaired(std::int64_t rows) {
  counts().repairs.add();
  counts().repaired.add(static_cast<std::uint64_t>(rows));
}

void countLiveFrame(bool sent) { (sent ? counts().frames : counts().slow).add(); }

}  // namespace foyer::server::api
