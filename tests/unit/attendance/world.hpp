// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <map>
#include <random>

#include "attendance/badge.hpp"
#include "attendance/fold.hpp"
#include "attendance/gate.hpp"
#include "attendance/verdict.hpp"
#include "crypto/digest.hpp"

/// A small shoot in Paris on Sunday 14 June 2026, with one key and a few people.
namespace world {

using namespace foyer;
using namespace foyer::attendance;

inline Uuid id(std::uint8_t n) {
  Uuid out;
  out.bytes.fill(n);
  return out;
}

inline const Uuid kProject = id(0xA0);
inline const Day kToday = Day(std::chrono::days(20618));  // 2026-06-14

inline Zone paris() {
  return Zone(3600, {{1743296400000, 7200},
                     {1761440400000, 3600},
                     {1774746000000, 7200},
                     {1792890000000, 3600},
                     {1806195600000, 7200}});
}

/// Instant of a clock time on site, today or `days` later.
inline std::int64_t at(int hour, int minute, int second = 0, int days = 0) {
  return paris().utcOf(kToday + std::chrono::days(days), hour * 60 + minute) + second * 1000;
}

inline const crypto::KeyPair& keyPair(std::uint8_t n = 1) {
  static std::map<std::uint8_t, crypto::KeyPair> pairs;
  if (!pairs.contains(n)) {
    std::array<std::uint8_t, 32> seed{};
    seed.fill(n);
    pairs[n] = crypto::keyPairFromSeed(crypto::Seed(std::span<const std::uint8_t, 32>(seed)));
  }
  return pairs[n];
}

inline RosterEntry person(std::uint8_t n, std::string name, std::string code) {
  RosterEntry p;
  p.id = id(n);
  p.name = std::move(name);
  p.code = std::move(code);
  return p;
}

inline Badge badgeFor(std::uint8_t n) {
  Badge b;
  b.issue = 1;
  b.keyId = 7;
  b.project = kProject;
  b.subject = id(n);
  b.validFromMin = static_cast<std::uint32_t>(at(0, 0, 0, -10) / 60'000);
  b.validToMin = static_cast<std::uint32_t>(at(0, 0, 0, 10) / 60'000);
  return b;
}

inline std::string badgeText(std::uint8_t n) { return issueBadge(badgeFor(n), keyPair().secretKey); }

inline Gate gate() {
  Gate g;
  g.rules.project = kProject;
  g.rules.zone = paris();
  g.setKey({7, kProject, keyPair().publicKey, {}});
  g.setPerson(person(1, "Inès Carpentier", "FRF0042PAR"));
  g.setPerson(person(2, "Noé Lemaire", "FRPAR00012M"));
  return g;
}

/// The event that a gate records for a verdict.
inline Event eventFor(const Verdict& v, std::int64_t atMs, std::uint8_t device, std::uint64_t counter) {
  Event e;
  const crypto::Digest128 hash =
      crypto::digest128(std::array<std::uint8_t, 2>{device, static_cast<std::uint8_t>(counter)});
  e.id = Uuid::v8(hash);
  e.kind = v.counts ? EventKind::pass : EventKind::attempt;
  e.project = kProject;
  e.subject = v.subject;
  e.device = id(device);
  e.counter = counter;
  e.time.wallMs = atMs;
  e.time.steadyMs = atMs - at(0, 0);
  e.time.boot = id(device);
  e.time.offsetMs = 0;
  e.time.grade = Grade::verified;
  e.shown = v.direction;
  e.source = v.source;
  e.verdict = std::string(name(v.kind));
  return e;
}

/// A plain pass of person 1.
inline Event pass(std::int64_t atMs, std::uint8_t device, std::uint64_t counter,
                  std::optional<Direction> shown = {}) {
  Verdict v;
  v.kind = VerdictKind::arrival;
  v.counts = true;
  v.subject = id(1);
  v.direction = shown;
  return eventFor(v, atMs, device, counter);
}

/// Seed of this run: from FOYER_SEED to replay, else fresh.
inline std::uint64_t seed() {
  if (const char* text = std::getenv("FOYER_SEED")) return std::strtoull(text, nullptr, 10);
  return std::random_device{}();
}

}  // namespace world
