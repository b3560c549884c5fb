// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin/event_maker.hpp"

#include "base/text.hpp"

namespace foyer::kiosk {
namespace {

/// What is kept of a foreign code: whole characters, no control characters, at most this many bytes.
constexpr std::size_t kLongestCode = 500;

std::string cleanCode(std::string_view code) {
  std::string out(code.substr(0, kLongestCode));
  while (!out.empty() && !isUtf8(out)) out.pop_back();
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

}  // namespace

attendance::Event EventMaker::blank(const attendance::Rules& rules) {
  attendance::Event e;
  const std::int64_t now = nowMs();
  e.id = Uuid::v7(now);
  e.project = rules.project;
  e.device = m_identity.device;
  e.counter = ++m_identity.lastCounter;
  e.time = attendance::readTime(m_clock, m_facts, rules.zone.offsetAt(now) / 60);
  e.gate = m_identity.gate;
  m_facts.lastWallMs = e.time.wallMs;
  m_facts.lastSteadyMs = e.time.steadyMs;
  return e;
}

SignedEvent EventMaker::finish(attendance::Event event) {
  const crypto::Signature signature = attendance::signEvent(event, m_identity.key);
  return {std::move(event), signature};
}

SignedEvent EventMaker::forVerdict(const attendance::Verdict& verdict, const attendance::Rules& rules,
                                   const Extra& extra) {
  attendance::Event e = blank(rules);
  e.kind = verdict.counts ? attendance::EventKind::pass : attendance::EventKind::attempt;
  e.subject = verdict.subject;
  e.intent = extra.intent;
  e.shown = verdict.direction;
  e.source = verdict.source;
  e.verdict = std::string(attendance::name(verdict.kind));
  e.reason = extra.reason;
  if (!verdict.counts) e.code = cleanCode(extra.code);
  e.operatorId = extra.operatorId;
  return finish(std::move(e));
}

SignedEvent EventMaker::undoOf(const attendance::Event& target, const attendance::Rules& rules,
                               const Uuid& operatorId) {
  attendance::Event e = blank(rules);
  e.kind = attendance::EventKind::undo;
  e.subject = target.subject;
  e.source = target.source;
  e.target = target.id;
  e.operatorId = operatorId;
  return finish(std::move(e));
}

}  // namespace foyer::kiosk
