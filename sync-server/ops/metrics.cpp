// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/metrics.hpp"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace foyer::server::ops {
namespace {

std::string number(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

std::string labelText(const Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels) {
    if (!out.empty()) out += ',';
    out += name + "=\"";
    for (const char c : value) {
      if (c == '\\' || c == '"') out += '\\';
      if (c == '\n') {
        out += "\\n";
      } else {
        out += c;
      }
    }
    out += '"';
  }
  return out;
}

std::string braced(const std::string& labels) { return labels.empty() ? labels : "{" + labels + "}"; }

}  // namespace

const std::vector<double>& Histogram::bounds() {
  static const std::vector<double> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                              0.25,  0.5,    1,     2.5,  5,     10,   30};
  return kBounds;
}

Histogram::Histogram() : m_buckets(bounds().size()) {}

void Histogram::observe(double seconds) {
  for (std::size_t i = 0; i < bounds().size(); ++i) {
    if (seconds <= bounds()[i]) {
      m_buckets[i].fetch_add(1, std::memory_order_relaxed);
      break;
    }
  }
  m_count.fetch_add(1, std::memory_order_relaxed);
  m_micros.fetch_add(static_cast<std::int64_t>(seconds * 1e6), std::memory_order_relaxed);
}

void Histogram::print(std::string& out, const std::string& name, const std::string& labels) const {
  const std::string before = labels.empty() ? "" : labels + ",";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bounds().size(); ++i) {
    sum += m_buckets[i].load(std::memory_order_relaxed);
    out += name + "_bucket{" + before + "le=\"" + number(bounds()[i]) + "\"} " + std::to_string(sum) + "\n";
  }
  const std::uint64_t count = std::max(sum, m_count.load(std::memory_order_relaxed));
  out += name + "_bucket{" + before + "le=\"+Inf\"} " + std::to_string(count) + "\n";
  const auto micros = static_cast<double>(m_micros.load(std::memory_order_relaxed));
  out += name + "_sum" + braced(labels) + " " + number(micros / 1e6) + "\n";
  out += name + "_count" + braced(labels) + " " + std::to_string(count) + "\n";
}

Metrics& Metrics::global() {
  static Metrics instance;
  return instance;
}

Metrics::Family& Metrics::family(const std::string& name, const std::string& help, const char* type) {
  Family& found = m_families[name];
  if (found.type.empty()) found.type = type, found.help = help;
  if (found.type != type) throw std::logic_error("metric " + name + " is a " + found.type);
  return found;
}

Counter& Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
  const std::lock_guard lock(m_mutex);
  auto& slot = family(name, help, "counter").counters[labelText(labels)];
  if (!slot) slot = std::make_unique<Counter>();
  return *slot;
}

Gauge& Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
  const std::lock_guard lock(m_mutex);
  auto& slot = family(name, help, "gauge").gauges[labelText(labels)];
  if (!slot) slot = std::make_unique<Gauge>();
  return *slot;
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help, const Labels& labels) {
  const std::lock_guard lock(m_mutex);
  auto& slot = family(name, help, "histogram").histograms[labelText(labels)];
  if (!slot) slot = std::make_unique<Histogram>();
  return *slot;
}

void Metrics::gaugeFrom(const std::string& name, const std::string& help, std::function<double()> read) {
  const std::lock_guard lock(m_mutex);
  family(name, help, "gauge").read = std::move(read);
}

void Metrics::gaugesFrom(const std::string& name, const std::string& help, std::function<Series()> read) {
  const std::lock_guard lock(m_mutex);
  family(name, help, "gauge").readAll = std::move(read);
}

void Metrics::countersFrom(const std::string& name, const std::string& help, std::function<Series()> read) {
  const std::lock_guard lock(m_mutex);
  family(name, help, "counter").readAll = std::move(read);
}

std::string Metrics::print() const {
  const std::lock_guard lock(m_mutex);
  std::string out;
  for (const auto& [name, found] : m_families) {
    out += "# HELP " + name + " " + found.help + "\n# TYPE " + name + " " + found.type + "\n";
    for (const auto& [labels, one] : found.counters)
      out += name + braced(labels) + " " + std::to_string(one->value()) + "\n";
    for (const auto& [labels, one] : found.gauges)
      out += name + braced(labels) + " " + std::to_string(one->value()) + "\n";
    for (const auto& [labels, one] : found.histograms) one->print(out, name, labels);
    if (found.readAll) {
      for (const auto& [labels, value] : found.readAll())
        out += name + braced(labelText(labels)) + " " + number(value) + "\n";
    }
    if (found.read) out += name + " " + number(found.read()) + "\n";
  }
  return out;
}

}  // namespace foyer::server::ops
