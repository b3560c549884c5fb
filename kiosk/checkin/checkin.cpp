// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/checkin.hpp"

#include <algorithm>
#include <utility>

namespace foyer::kiosk {

using attendance::VerdictGroup;

Checkin::Checkin(attendance::Gate& gate, EventMaker& maker, EventSink& sink, const Clock& clock,
                 Timings timings)
    : m_gate(gate), m_maker(maker), m_sink(sink), m_clock(clock), m_timings(timings) {}

// ---- inputs

void Checkin::scanned(std::string text) {
  if (m_saving) {
    if (m_waiting.size() < kMostWaiting) m_waiting.push_back(std::move(text));
    return;
  }
  decide(text);
}

void Checkin::decide(const std::string& text) {
  const attendance::Verdict verdict = attendance::judge(text, m_maker.nowMs(), m_gate);
  record(verdict, {m_gate.rules.mode, {}, text, {}});
}

void Checkin::choose(const Uuid& person, attendance::Intent intent, std::string reason) {
  const attendance::RosterEntry* entry = m_gate.person(person);
  if (m_saving || m_screen.stage != Stage::search || entry == nullptr) return;
  if (intent == attendance::Intent::automatic) intent = m_gate.rules.mode;
  const attendance::Verdict verdict = attendance::judgePerson(*entry, m_maker.nowMs(), m_gate, intent);
  const auto& who = m_operators.current();
  record(verdict, {intent, std::move(reason), {}, who ? who->account : Uuid{}});
}

void Checkin::record(attendance::Verdict verdict, const EventMaker::Extra& extra) {
  const SignedEvent event = m_maker.forVerdict(verdict, m_gate.rules, extra);
  Card card = cardOf(verdict, event);
  m_saving = true;
  m_screen.under = m_screen.stage;
  m_screen.stage = Stage::saving;
  m_sink.commit(event, [this, event, card = std::move(card)](Result<void> outcome) mutable {
    kept(event, std::move(card), outcome);
  });
}

void Checkin::kept(const SignedEvent& event, Card card, const Result<void>& outcome) {
  m_saving = false;
  if (outcome) {
    m_screen.trouble.reset();
    eventArrived(event.event);
    m_undoTarget.reset();
    m_screen.undoUntil = 0;
    if (card.undoable) {
      m_undoTarget = event.event;
      m_screen.undoUntil = m_clock.steadyMs() + m_timings.undo;
    }
    show(card);
  } else {
    m_screen.trouble = outcome.error();
    goIdle();
  }
  if (m_decided) m_decided(card, event, outcome);
  changed();
  takeNext();
}

void Checkin::undo() {
  if (m_saving) {
    if (m_waiting.size() < kMostWaiting) m_waiting.push_back(std::nullopt);
    return;
  }
  if (!m_undoTarget || m_clock.steadyMs() >= m_screen.undoUntil) return;
  const auto& who = m_operators.current();
  const SignedEvent event = m_maker.undoOf(*m_undoTarget, m_gate.rules, who ? who->account : Uuid{});
  m_saving = true;
  m_screen.under = m_screen.stage;
  m_screen.stage = Stage::saving;
  m_sink.commit(event, [this, event](Result<void> outcome) { undone(event, outcome); });
}

void Checkin::undone(const SignedEvent& event, const Result<void>& outcome) {
  m_saving = false;
  if (outcome) {
    eventArrived(event.event);
    m_undoTarget.reset();
    m_screen.undoUntil = 0;
    m_screen.undoneUntil = m_clock.steadyMs() + m_timings.undone;
  } else {
    m_screen.trouble = outcome.error();
  }
  goIdle();
  changed();
  takeNext();
}

void Checkin::openSearch() {
  if (m_saving) return;
  m_screen.stage = Stage::search;
  m_until = m_clock.steadyMs() + m_timings.search;
  changed();
}

void Checkin::closeSearch() {
  if (m_screen.stage != Stage::search) return;
  goIdle();
  changed();
}

void Checkin::touched() {
  const std::int64_t until = m_clock.steadyMs() + m_timings.search;
  if (m_screen.stage == Stage::search) m_until = until;
  const bool deciding =
      m_screen.stage == Stage::verdict && m_screen.card->verdict.group() == VerdictGroup::attention;
  if (!deciding) return;
  m_until = until;
  if (m_undoTarget) m_screen.undoUntil = until;
}

void Checkin::dismiss() {
  if (m_screen.stage != Stage::verdict) return;
  goIdle();
  changed();
}

void Checkin::tick() {
  const std::int64_t now = m_clock.steadyMs();
  bool something = false;
  if (m_screen.undoUntil != 0 && now >= m_screen.undoUntil) {
    m_screen.undoUntil = 0;
    m_undoTarget.reset();
    something = true;
  }
  if (m_screen.undoneUntil != 0 && now >= m_screen.undoneUntil) {
    m_screen.undoneUntil = 0;
    something = true;
  }
  const bool over = now >= m_until && (m_screen.stage == Stage::verdict || m_screen.stage == Stage::search);
  if (over) {
    goIdle();
    something = true;
  }
  if (something) changed();
}

void Checkin::personChanged(const attendance::RosterEntry& entry) {
  m_search.put(entry);
  m_gate.setPerson(entry);
}

void Checkin::personGone(const Uuid& id) {
  m_search.remove(id);
  m_gate.removePerson(id);
}

void Checkin::eventArrived(const attendance::Event& event) {
  m_gate.addEvent(event);
  if (!event.subject.isNil()) m_presence.refresh(m_gate, event.subject, m_maker.nowMs());
  m_screen.present = m_presence.count();
}

void Checkin::loaded() {
  m_search.clear();
  for (const auto& [id, entry] : m_gate.people()) m_search.put(entry);
  m_presence.rebuild(m_gate, m_maker.nowMs());
  m_screen.present = m_presence.count();
  changed();
}

void Checkin::dayChanged() {
  m_presence.rebuild(m_gate, m_maker.nowMs());
  m_screen.present = m_presence.count();
  changed();
}

// ---- outputs

std::optional<std::int64_t> Checkin::nextWakeMs() const {
  std::optional<std::int64_t> next;
  const auto consider = [&next](std::int64_t at) {
    if (at != 0) next = next ? std::min(*next, at) : at;
  };
  consider(m_screen.undoUntil);
  consider(m_screen.undoneUntil);
  if (m_screen.stage == Stage::verdict || m_screen.stage == Stage::search) consider(m_until);
  return next;
}

std::vector<const attendance::RosterEntry*> Checkin::find(std::string_view typed, std::size_t limit) const {
  const auto by = m_operators.maySearchNames() ? RosterSearch::By::nameOrCode : RosterSearch::By::code;
  std::vector<const attendance::RosterEntry*> out;
  for (const Uuid& id : m_search.find(typed, by, limit)) {
    if (const auto* entry = m_gate.person(id)) out.push_back(entry);
  }
  return out;
}

// ---- inside

Card Checkin::cardOf(const attendance::Verdict& verdict, const SignedEvent& event) const {
  Card card;
  card.verdict = verdict;
  if (verdict.person != nullptr) {
    const attendance::RosterEntry& p = *verdict.person;
    card.name = p.name;
    card.code = p.code;
    card.initials = p.initials;
    card.role = p.role;
    card.note = p.note;
    card.callMs = p.callMs;
  }
  card.verdict.person = nullptr;
  card.atMs = event.event.time.bestMs();
  card.event = event.event.id;
  card.undoable = verdict.counts;
  return card;
}

void Checkin::show(Card card) {
  const VerdictGroup group = card.verdict.group();
  const bool waits = group == VerdictGroup::attention || group == VerdictGroup::refused;
  m_operators.lock();
  m_screen.card = std::move(card);
  m_screen.undoneUntil = 0;
  m_screen.stage = Stage::verdict;
  m_until = m_clock.steadyMs() + (waits ? m_timings.attention : m_timings.verdict);
}

void Checkin::goIdle() {
  m_operators.lock();
  m_screen.stage = Stage::idle;
}

void Checkin::takeNext() {
  while (!m_saving && !m_waiting.empty()) {
    const std::optional<std::string> text = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (text) {
      decide(*text);
    } else {
      undo();
    }
  }
}

void Checkin::changed() {
  if (m_listener) m_listener();
}

}  // namespace foyer::kiosk
