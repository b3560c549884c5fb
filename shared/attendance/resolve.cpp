// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <utility>

#include "attendance/fold.hpp"

namespace foyer::attendance {
namespace {

std::uint64_t distance(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }

bool trusted(const Event& e) { return e.time.grade == Grade::verified || e.time.grade == Grade::estimated; }

/// True when `a` is the better event to correct `e` by.
bool betterAnchor(const Event& a, const Event& b, const Event& e) {
  if (a.time.grade != b.time.grade) return a.time.grade < b.time.grade;
  const std::uint64_t da = distance(a.counter, e.counter), db = distance(b.counter, e.counter);
  return da != db ? da < db : a.counter < b.counter;
}

}  // namespace

std::unordered_map<Uuid, std::int64_t> resolveTimes(std::span<const Event> events) {
  std::map<std::pair<Uuid, Uuid>, std::vector<const Event*>> anchors;  // by device and run
  for (const Event& e : events) {
    if (trusted(e)) anchors[{e.device, e.time.boot}].push_back(&e);
  }
  std::unordered_map<Uuid, std::int64_t> out;
  out.reserve(events.size());
  for (const Event& e : events) {
    const Event* best = nullptr;
    if (!trusted(e)) {
      const auto it = anchors.find({e.device, e.time.boot});
      if (it != anchors.end()) {
        for (const Event* a : it->second) {
          if (best == nullptr || betterAnchor(*a, *best, e)) best = a;
        }
      }
    }
    out[e.id] =
        best == nullptr ? e.time.bestMs() : best->time.bestMs() + (e.time.steadyMs - best->time.steadyMs);
  }
  return out;
}

}  // namespace foyer::attendance
