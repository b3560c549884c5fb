// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/fold.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "attendance/verdict.hpp"

namespace foyer::attendance {
namespace {

struct Timed {
  const Event* event;
  std::int64_t at;
};

bool earlier(const Timed& a, const Timed& b) {
  const auto key = [](const Timed& t) {
    return std::tuple(t.at, t.event->device, t.event->counter, t.event->id);
  };
  return key(a) < key(b);
}

/// Walks through one person's counted events of one day in time order.
class DayWalk {
 public:
  DayWalk(PersonDay& day, const Rules& rules) : m_day(day), m_rules(rules) {}

  void step(const Timed& t) {
    const Event& e = *t.event;
    if (e.time.grade == Grade::unchecked || e.time.grade == Grade::suspect) review(Review::clockUnsure, e);
    if (m_last != nullptr && isRepeat(t)) return;
    if (asksForConfirmation(e.verdict)) review(Review::toConfirm, e);
    const Direction natural = m_day.in ? Direction::out : Direction::in;
    const Direction direction = e.intent == Intent::automatic ? natural
                                : e.intent == Intent::in      ? Direction::in
                                                              : Direction::out;
    if (direction == Direction::in) {
      arrive(t);
    } else {
      depart(t);
    }
    m_last = &e;
    m_lastAt = t.at;
    m_day.lastDirection = direction;
    m_day.lastCountedMs = t.at;
  }

 private:
  /// Scans that don't count because the last counted one is too near.
  bool isRepeat(const Timed& t) {
    const Event& e = *t.event;
    const std::int64_t gap = t.at - m_lastAt;
    const Direction last = *m_day.lastDirection;
    const bool asksOpposite = (e.intent == Intent::in && last == Direction::out) ||
                              (e.intent == Intent::out && last == Direction::in);
    if (gap < m_rules.debounceMs && !asksOpposite) {
      if (e.device != m_last->device) review(Review::doubleUse, e);
      return true;
    }
    if (e.intent == Intent::automatic && e.shown == last && gap < m_rules.doubtMs) {
      review(Review::ambiguous, e);
      return true;
    }
    return false;
  }

  void arrive(const Timed& t) {
    if (m_day.in) {
      review(Review::arrivalWhileIn, *t.event);
      return;
    }
    m_day.sessions.push_back({t.event->id, std::nullopt, t.at, 0});
    m_day.in = true;
  }

  void depart(const Timed& t) {
    if (!m_day.in) {
      review(Review::departureWithoutArrival, *t.event);
      m_day.sessions.push_back({std::nullopt, t.event->id, 0, t.at});
      return;
    }
    Session& open = m_day.sessions.back();
    open.out = t.event->id;
    open.outMs = t.at;
    m_day.workedMs += open.outMs - open.inMs;
    m_day.in = false;
  }

  void review(Review kind, const Event& e) {
    m_day.reviews.push_back({kind, e.id, m_last == nullptr ? std::nullopt : std::optional(m_last->id)});
  }

  PersonDay& m_day;
  const Rules& m_rules;
  const Event* m_last = nullptr;
  std::int64_t m_lastAt = 0;
};

}  // namespace

std::vector<PersonDay> fold(std::span<const Event> events, const Rules& rules, std::int64_t nowMs) {
  const auto times = resolveTimes(events);
  std::unordered_set<Uuid> seen, undone;
  for (const Event& e : events) {
    if (e.kind == EventKind::undo) undone.insert(e.target);
  }
  std::map<std::pair<Day, Uuid>, std::vector<Timed>> counted;
  std::map<std::pair<Day, Uuid>, std::vector<ReviewItem>> looseUndo;
  std::unordered_set<Uuid> present;
  for (const Event& e : events) present.insert(e.id);
  for (const Event& e : events) {
    if (!seen.insert(e.id).second || e.subject.isNil()) continue;
    const std::int64_t at = times.at(e.id);
    const std::pair key(rules.zone.shootDay(at, rules.dayCutMinute), e.subject);
    if (e.kind == EventKind::pass && !undone.contains(e.id)) counted[key].push_back({&e, at});
    if (e.kind == EventKind::undo && !present.contains(e.target)) {
      looseUndo[key].push_back({Review::undoUnknown, e.id, e.target});
      counted[key];
    }
  }
  std::vector<PersonDay> out;
  for (auto& [key, list] : counted) {
    std::sort(list.begin(), list.end(), earlier);
    PersonDay day{key.second, key.first, {}, {}, false, std::nullopt, std::nullopt, 0};
    DayWalk walk(day, rules);
    for (const Timed& t : list) walk.step(t);
    if (day.in && nowMs >= rules.zone.shootDayStart(key.first + std::chrono::days(1), rules.dayCutMinute)) {
      day.reviews.push_back({Review::stillIn, *day.sessions.back().in, std::nullopt});
    }
    auto& loose = looseUndo[key];
    std::sort(loose.begin(), loose.end(),
              [](const ReviewItem& a, const ReviewItem& b) { return a.event < b.event; });
    day.reviews.insert(day.reviews.end(), loose.begin(), loose.end());
    out.push_back(std::move(day));
  }
  return out;
}

bool asksForConfirmation(std::string_view verdict) {
  const auto kind = verdictFromName(verdict);
  return kind && groupOf(*kind) == VerdictGroup::attention;
}

}  // namespace foyer::attendance
