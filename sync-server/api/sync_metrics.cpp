// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_metrics.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "server/ops/metrics.hpp"

namespace foyer::server::api {
namespace {

/// Devices that are behind, and of them how many are shown: a series each, so that there must not be many.
constexpr std::size_t kDevicesKept = 1'000;
constexpr std::size_t kDevicesShown = 20;

class Lags {
 public:
  Lags() {
    ops::Metrics::global().gaugesFrom("foyer_sync_device_lag_versions",
                                      "How far devices are behind, the furthest of them",
                                      [this] { return worst(); });
  }
  void note(const Uuid& device, std::int64_t versions) {
    const std::lock_guard lock(m_mutex);
    if (versions <= 0) {
      m_lags.erase(device);
      return;
    }
    if (m_lags.size() >= kDevicesKept && !m_lags.contains(device)) return;
    m_lags[device] = versions;
  }

 private:
  ops::Metrics::Series worst() {
    std::vector<std::pair<std::int64_t, Uuid>> all;
    {
      const std::lock_guard lock(m_mutex);
      for (const auto& [device, versions] : m_lags) all.emplace_back(versions, device);
    }
    std::sort(all.rbegin(), all.rend());
    ops::Metrics::Series shown;
    for (std::size_t i = 0; i < std::min(all.size(), kDevicesShown); ++i)
      shown.push_back({{{"device", all[i].second.str()}}, static_cast<double>(all[i].first)});
    return shown;
  }

  std::mutex m_mutex;
  std::map<Uuid, std::int64_t> m_lags;
};

Lags& lags() {
  static Lags instance;
  return instance;
}

ops::Counter& counter(const char* name, const char* help) {
  return ops::Metrics::global().counter(name, help);
}

}  // namespace

void countPush(const protocol::PushResult& result) {
  static ops::Counter& pushes = counter("foyer_sync_pushes_total", "Pushes answered");
  pushes.add();
  for (const model::MutationResult& one : result.results) {
    ops::Metrics::global()
        .counter("foyer_sync_mutations_total", "Mutations by what became of them",
                 {{"outcome", std::string(model::name(one.outcome))}})
        .add();
  }
}

void countPull(const Principal& who, const protocol::Pull& pull, const PageAnswer& page) {
  static ops::Counter& pulls = counter("foyer_sync_pulls_total", "Pulls answered with a page");
  static ops::Counter& rows = counter("foyer_sync_rows_sent_total", "Rows in pages that were asked for");
  pulls.add();
  rows.add(static_cast<std::uint64_t>(page.rows->rows));
  lags().note(who.device,
              page.header.more ? page.header.head - std::min(pull.from.since, page.header.head) : 0);
}

void countMismatch() {
  static ops::Counter& mismatches =
      counter("foyer_sync_digest_mismatches_total", "Devices that began to search where they differ");
  mismatches.add();
}

void countRepaired(std::int64_t rows) {
  static ops::Counter& repairs =
      counter("foyer_sync_repairs_total", "Answers with rows that differed on a device");
  static ops::Counter& repaired =
      counter("foyer_sync_repaired_rows_total", "Rows sent to put a device right");
  repairs.add();
  repaired.add(static_cast<std::uint64_t>(rows));
}

void countLiveFrame(bool sent) {
  static ops::Counter& frames = counter("foyer_live_frames_total", "Frames sent to followers unasked");
  static ops::Counter& slow =
      counter("foyer_live_slow_readers_total", "Followers that were too slow and have to pull");
  (sent ? frames : slow).add();
}

}  // namespace foyer::server::api
