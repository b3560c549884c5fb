// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/event.hpp"

#include <array>
#include <cstdlib>

#include "base/text.hpp"

namespace foyer::attendance {
namespace {

constexpr std::array<std::string_view, 4> kGrades{"verified", "estimated", "unchecked", "suspect"};
constexpr std::array<std::string_view, 3> kKinds{"pass", "attempt", "undo"};
constexpr std::array<std::string_view, 3> kIntents{"automatic", "in", "out"};
constexpr std::array<std::string_view, 2> kDirections{"in", "out"};
constexpr std::array<std::string_view, 3> kSources{"badge", "code", "search"};

template <class E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

void put(Bytes& out, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<std::uint8_t>(value >> shift);
}

void put(Bytes& out, const Uuid& id) { out.append(id.bytes.data(), id.bytes.size()); }

void put(Bytes& out, std::string_view text) {
  put(out, text.size());
  out.append(asBytes(text).data(), text.size());
}

}  // namespace

TimeReading readTime(const Clock& clock, const ClockFacts& facts, std::int32_t zoneOffsetMin) {
  TimeReading now{clock.wallMs(), clock.steadyMs(), facts.boot,
                  facts.offsetMs, zoneOffsetMin,    Grade::unchecked};
  if (facts.offsetMs) now.grade = facts.offsetBoot == facts.boot ? Grade::verified : Grade::estimated;
  if (facts.lastWallMs) {
    const std::int64_t wall = now.wallMs - *facts.lastWallMs;
    const std::int64_t steady = now.steadyMs - facts.lastSteadyMs;
    if (std::llabs(wall - steady) > kClockJumpMs) now.grade = Grade::suspect;
  }
  return now;
}

Bytes eventBytes(const Event& e) {
  Bytes out;
  put(out, std::string_view("foyer-event-v1"));
  put(out, e.id);
  put(out, name(e.kind));
  put(out, e.project);
  put(out, e.subject);
  put(out, e.device);
  put(out, e.counter);
  put(out, static_cast<std::uint64_t>(e.time.wallMs));
  put(out, static_cast<std::uint64_t>(e.time.steadyMs));
  put(out, e.time.boot);
  put(out, e.time.offsetMs ? std::to_string(*e.time.offsetMs) : std::string());
  put(out, static_cast<std::uint64_t>(static_cast<std::int64_t>(e.time.zoneOffsetMin)));
  put(out, name(e.time.grade));
  put(out, name(e.intent));
  put(out, e.shown ? name(*e.shown) : std::string_view());
  put(out, name(e.source));
  put(out, e.verdict);
  put(out, e.reason);
  put(out, e.code);
  put(out, e.target);
  put(out, e.operatorId);
  put(out, e.gate);
  return out;
}

crypto::Signature signEvent(const Event& event, const crypto::SecretKey& device) {
  return crypto::sign(eventBytes(event), device);
}

bool verifyEvent(const Event& event, std::span<const std::uint8_t> signature,
                 const crypto::PublicKey& device) {
  return crypto::verify(signature, eventBytes(event), device);
}

std::string_view name(Grade grade) { return kGrades[static_cast<std::size_t>(grade)]; }
std::string_view name(EventKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Intent intent) { return kIntents[static_cast<std::size_t>(intent)]; }
std::string_view name(Direction direction) { return kDirections[static_cast<std::size_t>(direction)]; }
std::string_view name(Source source) { return kSources[static_cast<std::size_t>(source)]; }
std::optional<Grade> gradeFromName(std::string_view n) { return find<Grade>(kGrades, n); }
std::optional<EventKind> eventKindFromName(std::string_view n) { return find<EventKind>(kKinds, n); }
std::optional<Intent> intentFromName(std::string_view n) { return find<Intent>(kIntents, n); }
std::optional<Direction> directionFromName(std::string_view n) { return find<Direction>(kDirections, n); }
std::optional<Source> sourceFromName(std::string_view n) { return find<Source>(kSources, n); }

}  // namespace foyer::attendance
