// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/verdict.hpp"

#include <algorithm>
#include <array>

#include "attendance/codes.hpp"
#include "attendance/fold.hpp"

namespace foyer::attendance {
namespace {

using K = VerdictKind;
using G = VerdictGroup;

constexpr std::array kTable{
    VerdictInfo{K::arrival, "arrival", G::arrival},
    VerdictInfo{K::walkOn, "walk_on", G::arrival},
    VerdictInfo{K::departure, "departure", G::departure},
    VerdictInfo{K::tooSoon, "too_soon", G::already},
    VerdictInfo{K::alreadyIn, "already_in", G::already},
    VerdictInfo{K::alreadyOut, "already_out", G::already},
    VerdictInfo{K::note, "note", G::attention},
    VerdictInfo{K::minorHours, "minor_hours", G::attention},
    VerdictInfo{K::notInList, "not_in_list", G::attention},
    VerdictInfo{K::legacyCode, "legacy_code", G::attention},
    VerdictInfo{K::leftLate, "left_late", G::attention},
    VerdictInfo{K::revoked, "revoked", G::refused},
    VerdictInfo{K::blocked, "blocked", G::refused},
    VerdictInfo{K::expired, "expired", G::refused},
    VerdictInfo{K::notYetValid, "not_yet_valid", G::refused},
    VerdictInfo{K::notToday, "not_today", G::refused},
    VerdictInfo{K::otherProject, "other_project", G::refused},
    VerdictInfo{K::altered, "altered", G::refused},
    VerdictInfo{K::replay, "replay", G::refused},
    VerdictInfo{K::leaseOver, "lease_over", G::refused},
    VerdictInfo{K::unreadable, "unreadable", G::unknown},
    VerdictInfo{K::foreignCode, "foreign_code", G::unknown},
    VerdictInfo{K::unknownKey, "unknown_key", G::unknown},
    VerdictInfo{K::unknownCode, "unknown_code", G::unknown},
    VerdictInfo{K::newerBadge, "newer_badge", G::unknown},
};

constexpr std::array<std::string_view, 6> kGroups{"arrival",   "departure", "already",
                                                  "attention", "refused",   "unknown"};
constexpr std::int64_t kMinuteMs = 60'000;

Verdict plain(K kind) {
  Verdict v;
  v.kind = kind;
  return v;
}

/// One person in front of the gate: what is known of the day, and how the answer is built.
struct Case {
  const Gate& gate;
  std::int64_t now;
  Intent intent;
  Verdict v;
  PersonDay today{};
  Day day{};

  Case(const Gate& g, std::int64_t nowMs, Intent i, Uuid subject, Source source)
      : gate(g), now(nowMs), intent(i) {
    v.subject = subject;
    v.person = g.person(subject);
    v.source = source;
    day = g.rules.zone.shootDay(now, g.rules.dayCutMinute);
    for (PersonDay& d : fold(g.eventsOf(subject), g.rules, now)) {
      if (d.day == day) {
        today = std::move(d);
      } else if (d.day < day && d.in) {
        v.forgotten = d.day;
      }
    }
  }

  Verdict refuse(K kind, std::optional<std::int64_t> since = {}) {
    v.kind = kind;
    v.sinceMs = since;
    v.forgotten.reset();
    return v;
  }

  bool leaving() const { return intent == Intent::out || (intent == Intent::automatic && today.in); }

  bool expectedToday() const {
    const auto has = [&](const std::vector<Day>& days) {
      return std::binary_search(days.begin(), days.end(), day);
    };
    if (has(gate.rules.closedDays)) return false;
    return v.person == nullptr || v.person->days.empty() || has(v.person->days);
  }

  /// A repeat, if the last counted scan makes it one.
  std::optional<Verdict> repeat() {
    if (!today.lastCountedMs) return std::nullopt;
    const Direction last = *today.lastDirection;
    const bool asksOpposite =
        (intent == Intent::in && last == Direction::out) || (intent == Intent::out && last == Direction::in);
    const std::int64_t gap = now - *today.lastCountedMs;
    K kind;
    if (gap < gate.rules.debounceMs && gap > -gate.rules.debounceMs && !asksOpposite) {
      kind = K::tooSoon;
    } else if (intent == Intent::in && today.in) {
      kind = K::alreadyIn;
    } else if (intent == Intent::out && !today.in) {
      kind = K::alreadyOut;
    } else {
      return std::nullopt;
    }
    v.direction = last;
    v.forgotten.reset();
    v.kind = kind;
    v.sinceMs = today.lastCountedMs;
    return v;
  }

  /// Counts the person in or out, with attention if there is a reason.
  Verdict pass(std::optional<K> attention) {
    v.counts = true;
    v.direction = leaving() ? Direction::out : Direction::in;
    v.kind = attention ? *attention : v.direction == Direction::in ? K::arrival : K::departure;
    v.workedMs = today.workedMs;
    if (v.direction == Direction::out && today.in) v.workedMs += now - today.sessions.back().inMs;
    if (v.direction == Direction::out) v.forgotten.reset();
    return v;
  }

  std::optional<K> hoursOrNote() {
    const RosterEntry& p = *v.person;
    if (p.minor && !leaving()) {
      const int minute = gate.rules.zone.minuteOfDay(now);
      if (p.fromMinute && minute < *p.fromMinute && minute >= gate.rules.dayCutMinute)
        v.minute = p.fromMinute;
      if (p.toMinute && (minute >= *p.toMinute || minute < gate.rules.dayCutMinute)) v.minute = p.toMinute;
      if (v.minute) return K::minorHours;
    }
    if (!p.note.empty() && !leaving()) return K::note;
    return std::nullopt;
  }
};

Verdict judgeBadge(const Badge& badge, std::int64_t now, const Gate& gate) {
  Case c(gate, now, gate.rules.mode, badge.subject, Source::badge);
  if (badge.project != gate.rules.project) return c.refuse(K::otherProject);
  const BadgeKey* key = gate.key(badge.keyId);
  if (key != nullptr && key->withdrawnMs) return c.refuse(K::revoked, key->withdrawnMs);
  if (const auto at = gate.revokedAt(badge.subject, badge.issue)) return c.refuse(K::revoked, at);
  if (c.v.person != nullptr && badge.issue < c.v.person->issue) return c.refuse(K::revoked);
  if (c.v.person != nullptr && c.v.person->blocked) return c.refuse(K::blocked);
  if (auto again = c.repeat()) return *again;

  const std::int64_t from = badge.validFromMin * kMinuteMs, to = badge.validToMin * kMinuteMs;
  // Nobody is kept in: who is inside may leave with a badge whose time is over.
  const bool insideAndLeaving = c.today.in && c.leaving();
  if (now < from && !insideAndLeaving) return c.refuse(K::notYetValid, from);
  if (now >= to) return insideAndLeaving ? c.pass(K::leftLate) : c.refuse(K::expired, to);
  if (c.v.person == nullptr)
    return c.pass(badge.kind == Badge::Kind::walkOn && !c.leaving() ? K::walkOn : K::notInList);
  if (!c.expectedToday() && !insideAndLeaving) return c.refuse(K::notToday);
  if (const auto attention = c.hoursOrNote()) return c.pass(attention);
  if (badge.kind == Badge::Kind::walkOn && !c.leaving()) return c.pass(K::walkOn);
  return c.pass(std::nullopt);
}

Verdict judgeKnown(Case c, std::optional<K> attention) {
  if (c.v.person->blocked) return c.refuse(K::blocked);
  if (auto again = c.repeat()) return *again;
  if (!c.expectedToday() && !(c.today.in && c.leaving())) return c.refuse(K::notToday);
  const auto own = c.hoursOrNote();
  return c.pass(own ? own : attention);
}

}  // namespace

std::span<const VerdictInfo> allVerdicts() { return kTable; }
std::string_view name(VerdictKind kind) { return kTable[static_cast<std::size_t>(kind)].name; }
VerdictGroup groupOf(VerdictKind kind) { return kTable[static_cast<std::size_t>(kind)].group; }
std::string_view name(VerdictGroup group) { return kGroups[static_cast<std::size_t>(group)]; }

std::optional<VerdictKind> verdictFromName(std::string_view text) {
  for (const VerdictInfo& info : kTable) {
    if (info.name == text) return info.kind;
  }
  return std::nullopt;
}

Verdict judge(std::string_view text, std::int64_t nowMs, const Gate& gate) {
  const BadgeReading reading = readBadge(text, [&gate](std::uint32_t id) {
    const BadgeKey* key = gate.key(id);
    return key == nullptr ? nullptr : &key->key;
  });
  const bool leaseOver = gate.rules.leaseUntilMs && nowMs >= *gate.rules.leaseUntilMs;
  switch (reading.status) {
    case BadgeReading::Status::ok:
      return leaseOver ? plain(K::leaseOver) : judgeBadge(reading.badge, nowMs, gate);
    case BadgeReading::Status::unreadable:
      return plain(K::unreadable);
    case BadgeReading::Status::newer:
      return plain(K::newerBadge);
    case BadgeReading::Status::unknownKey:
      return plain(K::unknownKey);
    case BadgeReading::Status::altered:
      return plain(K::altered);
    case BadgeReading::Status::foreign:
      break;
  }
  if (text.empty() || text.size() > 64) return plain(text.empty() ? K::unreadable : K::foreignCode);
  const std::string code = normaliseCode(text);
  if (!codeKind(code)) return plain(K::foreignCode);
  if (leaseOver) return plain(K::leaseOver);
  const RosterEntry* person = gate.byCode(code);
  if (person == nullptr) return plain(K::unknownCode);
  return judgeKnown(Case(gate, nowMs, gate.rules.mode, person->id, Source::code), K::legacyCode);
}

Verdict judgePerson(const RosterEntry& person, std::int64_t nowMs, const Gate& gate, Intent intent) {
  if (gate.rules.leaseUntilMs && nowMs >= *gate.rules.leaseUntilMs) return plain(K::leaseOver);
  return judgeKnown(Case(gate, nowMs, intent, person.id, Source::search), std::nullopt);
}

}  // namespace foyer::attendance
