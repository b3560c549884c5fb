// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "server/ops/metrics.hpp"
#include "server/sync/live_hub.hpp"
#include "ticker.hpp"

namespace foyer::server::app {

/// What /metrics says of sync beside the counts of answers: outcomes, conflicts, followers, and which devices
/// are behind. The database is asked for the latter every `interval`, not when somebody reads /metrics.
class SyncGauges {
 public:
  SyncGauges(SyncService& service, LiveHub& hub, std::chrono::milliseconds interval);
  ~SyncGauges() { stop(); }
  /// The service may go after that.
  void stop();

 private:
  struct Sample {
    std::mutex mutex;
    ops::Metrics::Series lags;
    double openConflicts = 0;
  };
  void look();

  SyncService& m_service;
  std::shared_ptr<Sample> m_sample = std::make_shared<Sample>();
  bool m_stopped = false;
  Ticker m_ticker;
};

}  // namespace foyer::server::app
