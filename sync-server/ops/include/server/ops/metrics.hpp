// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::server::ops {

/// Label names and values of one series; values from a small fixed set, never from users.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// Only goes up. Thread-safe.
class Counter {
 public:
  void add(std::uint64_t n = 1) { m_value.fetch_add(n, std::memory_order_relaxed); }
  std::uint64_t value() const { return m_value.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> m_value{0};
};

/// Goes up and down. Thread-safe.
class Gauge {
 public:
  void add(std::int64_t n) { m_value.fetch_add(n, std::memory_order_relaxed); }
  void set(std::int64_t n) { m_value.store(n, std::memory_order_relaxed); }
  std::int64_t value() const { return m_value.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> m_value{0};
};

/// Durations in seconds, in fixed buckets from 1 ms to 30 s. Thread-safe.
class Histogram {
 public:
  static const std::vector<double>& bounds();
  Histogram();
  void observe(double seconds);
  void print(std::string& out, const std::string& name, const std::string& labels) const;

 private:
  std::vector<std::atomic<std::uint64_t>> m_buckets;
  std::atomic<std::uint64_t> m_count{0};
  std::atomic<std::int64_t> m_micros{0};
};

/// All measurements of the process, printed in Prometheus' text form. References stay valid for ever.
/// Thread-safe.
class Metrics {
 public:
  static Metrics& global();

  Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
  Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
  Histogram& histogram(const std::string& name, const std::string& help, const Labels& labels = {});
  /// A gauge that is read when asked for; replaces one of the same name.
  void gaugeFrom(const std::string& name, const std::string& help, std::function<double()> read);
  /// The same with any number of series, which must stay few.
  using Series = std::vector<std::pair<Labels, double>>;
  void gaugesFrom(const std::string& name, const std::string& help, std::function<Series()> read);
  /// Counters that are kept elsewhere; replaces those of the same name.
  void countersFrom(const std::string& name, const std::string& help, std::function<Series()> read);

  std::string print() const;

 private:
  struct Family {
    std::string help, type;
    std::map<std::string, std::unique_ptr<Counter>> counters;
    std::map<std::string, std::unique_ptr<Gauge>> gauges;
    std::map<std::string, std::unique_ptr<Histogram>> histograms;
    std::function<double()> read;
    std::function<Series()> readAll;
  };
  Family& family(const std::string& name, const std::string& help, const char* type);
  mutable std::mutex m_mutex;
  std::map<std::string, Family> m_families;
};

}  // namespace foyer::server::ops
