// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "crypto/sign.hpp"

namespace foyer::attendance {

/// How far the clock that timed an event can be believed, best first.
enum class Grade : std::uint8_t {
  verified,   ///< compared with the server since this start of the device
  estimated,  ///< compared in an earlier run; the offset is carried over
  unchecked,  ///< never compared
  suspect,    ///< the wall clock moved against the monotonic one since the last event
};

/// When something happened, as the device saw it. Never rewritten later; readers correct, see resolveTimes.
struct TimeReading {
  std::int64_t wallMs = 0;               ///< the device's clock, milliseconds since 1970 UTC
  std::int64_t steadyMs = 0;             ///< since an arbitrary start of this run; never goes back
  Uuid boot;                             ///< which run `steadyMs` belongs to
  std::optional<std::int64_t> offsetMs;  ///< server minus device, estimated; absent when never compared
  std::int32_t zoneOffsetMin = 0;        ///< local time minus UTC on site, for printing only
  Grade grade = Grade::unchecked;
  std::int64_t bestMs() const { return wallMs + offsetMs.value_or(0); }
};

/// What a device knows about its own clock. Owned by the device, kept across runs.
struct ClockFacts {
  Uuid boot;                               ///< this run
  std::optional<std::int64_t> offsetMs;    ///< server minus device
  Uuid offsetBoot;                         ///< the run in which it was measured
  std::optional<std::int64_t> lastWallMs;  ///< clock pair of the last event of this run
  std::int64_t lastSteadyMs = 0;
};

/// More than this between wall and monotonic time since the last event makes the wall clock suspect.
inline constexpr std::int64_t kClockJumpMs = 2'000;

TimeReading readTime(const Clock& clock, const ClockFacts& facts, std::int32_t zoneOffsetMin);

enum class Direction : std::uint8_t { in, out };

enum class EventKind : std::uint8_t {
  pass,     ///< somebody went through; the fold finds the direction
  attempt,  ///< refused or unknown; kept with its reason, never counted
  undo,     ///< takes back `target`
};

/// What was asked for: find the direction, or an operator's explicit choice.
enum class Intent : std::uint8_t { automatic, in, out };

enum class Source : std::uint8_t { badge, code, search };

/// One fact of the gate: append-only, signed by the device that made it.
struct Event {
  Uuid id;
  EventKind kind = EventKind::pass;
  Uuid project;
  Uuid subject;  ///< roster entry; nil for an attempt of somebody unknown
  Uuid device;
  std::uint64_t counter = 0;  ///< per device, from 1, never reused
  TimeReading time;
  Intent intent = Intent::automatic;
  std::optional<Direction> shown;  ///< what the person was told at the gate
  Source source = Source::badge;
  std::string verdict;  ///< wire name of the verdict kind
  std::string reason;   ///< why it was entered by hand
  std::string code;     ///< what was read, for attempts; may identify a person
  Uuid target;          ///< undo: the event taken back
  Uuid operatorId;      ///< who unlocked the kiosk; nil for none
  std::string gate;     ///< where: the name of the entrance
};

/// The bytes under a device's signature: fixed order, integers big-endian, texts length-prefixed.
Bytes eventBytes(const Event& event);
crypto::Signature signEvent(const Event& event, const crypto::SecretKey& device);
bool verifyEvent(const Event& event, std::span<const std::uint8_t> signature,
                 const crypto::PublicKey& device);

std::string_view name(Grade grade);
std::string_view name(EventKind kind);
std::string_view name(Intent intent);
std::string_view name(Direction direction);
std::string_view name(Source source);
std::optional<Grade> gradeFromName(std::string_view name);
std::optional<EventKind> eventKindFromName(std::string_view name);
std::optional<Intent> intentFromName(std::string_view name);
std::optional<Direction> directionFromName(std::string_view name);
std::optional<Source> sourceFromName(std::string_view name);

}  // namespace foyer::attendance
