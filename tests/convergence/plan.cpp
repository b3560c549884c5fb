// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "dice.hpp"

namespace foyer::test {
namespace {

constexpr auto kFaults = static_cast<std::size_t>(Fault::count);
constexpr std::array<const char*, kFaults> kNames{
    "partition", "loss",        "straggler",   "cut",     "deviceCrash", "serverCrash", "serverTrouble",
    "diskFull",  "deviceClock", "serverClock", "members", "refusals",    "slow",        "snapshot",
    "echo",      "purge",       "upgrade",     "words",   "ledger"};
/// The first of those that were added later.
constexpr auto kLater = static_cast<std::size_t>(Fault::echo);

std::string given(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

const char* name(Fault fault) { return kNames.at(static_cast<std::size_t>(fault)); }

Plan Plan::drawn(std::uint64_t seed, Fault end) {
  Plan plan;
  plan.seed = seed;
  Dice dice(seed, 1);
  plan.devices = static_cast<int>(dice.between(2, 5));
  plan.people = static_cast<int>(std::min<std::int64_t>(dice.between(1, 3), plan.devices));
  plan.servers = dice.chance(30) ? 2 : 1;
  plan.lengthMs = dice.between(20, 200) * 60'000;
  plan.eagerness = static_cast<int>(dice.between(20, 400));
  const int each = static_cast<int>(dice.between(15, 75));
  for (std::size_t i = 0; i < kLater; ++i)
    if (dice.chance(each)) plan.faults.insert(static_cast<Fault>(i));
  Dice later(seed, 4);
  for (std::size_t i = kLater; i < kFaults; ++i)
    if (later.chance(each)) plan.faults.insert(static_cast<Fault>(i));
  std::erase_if(plan.faults, [end](Fault fault) { return fault >= end; });
  plan.settle();
  return plan;
}

Plan Plan::of(std::uint64_t seed) {
  Plan plan = drawn(seed);
  if (const std::string devices = given("FOYER_DEVICES"); !devices.empty()) plan.devices = std::stoi(devices);
  if (const std::string minutes = given("FOYER_MINUTES"); !minutes.empty())
    plan.lengthMs = std::stoll(minutes) * 60'000;
  const std::string without = "," + given("FOYER_WITHOUT") + ",";
  std::erase_if(plan.faults, [&](Fault fault) {
    return without.find(std::string(",") + name(fault) + ",") != std::string::npos;
  });
  plan.people = std::min(plan.people, plan.devices);
  plan.settle();
  return plan;
}

Plan Plan::without(Fault fault) const {
  Plan less = *this;
  less.faults.erase(fault);
  less.settle();
  return less;
}

void Plan::settle() {
  if (has(Fault::members) && !has(Fault::ledger)) faults.erase(Fault::snapshot);
  if (!has(Fault::members) || !has(Fault::snapshot)) faults.erase(Fault::ledger);
}

std::uint64_t Plan::hash() const {
  std::string all = std::to_string(seed) + " devices " + std::to_string(devices) + " people " +
                    std::to_string(people) + " servers " + std::to_string(servers) + " length " +
                    std::to_string(lengthMs) + " eagerness " + std::to_string(eagerness);
  for (const Fault fault : faults) all += std::string(" ") + name(fault);
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : all) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

std::string Plan::replay() const {
  std::string out = "FOYER_SEED=" + std::to_string(seed);
  std::string without;
  for (std::size_t i = 0; i < kFaults; ++i) {
    const auto fault = static_cast<Fault>(i);
    if (!has(fault)) without += (without.empty() ? "" : ",") + std::string(name(fault));
  }
  out += " FOYER_DEVICES=" + std::to_string(devices) + " FOYER_MINUTES=" + std::to_string(lengthMs / 60'000);
  if (!without.empty()) out += " FOYER_WITHOUT=" + without;
  return out;
}

}  // namespace foyer::test
