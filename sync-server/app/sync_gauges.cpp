// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_gauges.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::server::app {
namespace {

using ops::Metrics;

/// Devices shown: a series each, so that there must not be many.
constexpr std::int64_t kShown = 20;
constexpr std::size_t kLabel = 8;

constexpr std::array<model::Outcome, 4> kOutcomes = {model::Outcome::applied, model::Outcome::merged,
                                                     model::Outcome::superseded, model::Outcome::held};

/// Tells series apart without telling ids to whoever may read measurements.
std::string label(const Uuid& id) {
  return toHex(crypto::digest128(id.bytes, "foyer-metrics")).substr(0, kLabel);
}

struct Names {
  const char *outcomes = "foyer_sync_mutations_total", *conflicts = "foyer_sync_conflicts_total",
             *open = "foyer_sync_conflicts_open", *followers = "foyer_live_followers",
             *lag = "foyer_sync_device_lag_versions";
};
constexpr Names kNames;

}  // namespace

SyncGauges::SyncGauges(SyncService& service, LiveHub& hub, std::chrono::milliseconds interval)
    : m_service(service), m_ticker(interval, [this] { look(); }) {
  Metrics& metrics = Metrics::global();
  metrics.countersFrom(
      kNames.outcomes, "Mutations by what became of them; a repeated push counts once", [&service] {
        Metrics::Series series;
        for (const model::Outcome outcome : kOutcomes) {
          const auto count = service.counts().mutations.at(static_cast<std::size_t>(outcome)).load();
          series.push_back({{{"outcome", std::string(model::name(outcome))}}, static_cast<double>(count)});
        }
        return series;
      });
  metrics.countersFrom(kNames.conflicts, "Values that lost to one that did not know them", [&service] {
    return Metrics::Series{{{}, static_cast<double>(service.counts().conflicts.load())}};
  });
  metrics.gaugeFrom(kNames.followers, "Scopes that connected devices follow, each counted",
                    [&hub] { return static_cast<double>(hub.followers()); });
  metrics.gaugeFrom(kNames.open, "Conflicts that nobody has settled", [sample = m_sample] {
    const std::lock_guard lock(sample->mutex);
    return sample->openConflicts;
  });
  metrics.gaugesFrom(kNames.lag, "Versions that a device is behind in a scope, the furthest of them",
                     [sample = m_sample] {
                       const std::lock_guard lock(sample->mutex);
                       return sample->lags;
                     });
}

void SyncGauges::look() {
  const Backlog backlog = m_service.backlog(kShown);
  Metrics::Series lags;
  for (const Backlog::Lag& lag : backlog.lags) {
    lags.push_back(
        {{{"scope", label(lag.scope)}, {"device", label(lag.device)}}, static_cast<double>(lag.versions)});
  }
  const std::lock_guard lock(m_sample->mutex);
  m_sample->lags = std::move(lags);
  m_sample->openConflicts = static_cast<double>(backlog.openConflicts);
}

void SyncGauges::stop() {
  if (std::exchange(m_stopped, true)) return;
  m_ticker.stop();
  Metrics& metrics = Metrics::global();
  metrics.gaugeFrom(kNames.followers, {}, [] { return 0.0; });
  for (const char* name : {kNames.outcomes, kNames.conflicts})
    metrics.countersFrom(name, {}, [] { return Metrics::Series(); });
}

}  // namespace foyer::server::app
