// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/gate_records.hpp"

#include <algorithm>

#include "attendance/codes.hpp"
#include "schema/collections.hpp"

namespace foyer::kiosk {
namespace {

using model::Record;
using model::Value;

std::optional<std::int64_t> maybeNumber(const Record& row, std::string_view field) {
  const auto* n = std::get_if<std::int64_t>(&row.at(field));
  return n == nullptr ? std::nullopt : std::optional(*n);
}

/// Milliseconds of "2026-06-14T06:45:00.000+02:00"; an instant without an offset counts as UTC.
std::optional<std::int64_t> instantOf(std::string_view text) {
  if (text.size() < 23) return std::nullopt;
  const auto day = attendance::parseDay(text.substr(0, 10));
  const auto minute = minuteOf(text.substr(11, 5));
  if (!day || !minute) return std::nullopt;
  std::int64_t ms = day->time_since_epoch().count() * 86'400'000 + *minute * 60'000;
  ms += (text[17] - '0') * 10'000 + (text[18] - '0') * 1'000;
  if (text.size() == 29) {
    const auto offset = minuteOf(text.substr(24, 5));
    if (!offset) return std::nullopt;
    ms -= (text[23] == '-' ? -1 : 1) * *offset * 60'000;
  }
  return ms;
}

Value textOrNone(std::string_view text) { return text.empty() ? Value{} : Value{std::string(text)}; }
Value idOrNone(const Uuid& id) { return id.isNil() ? Value{} : Value{id}; }
Value number(std::int64_t n) { return n; }

}  // namespace

std::optional<int> minuteOf(std::string_view t) {
  const auto digit = [&](std::size_t i) { return t[i] >= '0' && t[i] <= '9'; };
  if (t.size() != 5 || t[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
  const int minute = ((t[0] - '0') * 10 + t[1] - '0') * 60 + (t[3] - '0') * 10 + t[4] - '0';
  return minute < 24 * 60 ? std::optional(minute) : std::nullopt;
}

std::optional<std::pair<int, int>> hoursOf(std::string_view t) {
  if (t.size() != 11 || t[5] != '-') return std::nullopt;
  const auto from = minuteOf(t.substr(0, 5)), to = minuteOf(t.substr(6));
  if (!from || !to) return std::nullopt;
  return std::pair(*from, *to);
}

attendance::RosterEntry rosterEntryOf(const Record& row) {
  attendance::RosterEntry p;
  p.id = row.id;
  p.name = row.text("name");
  p.code = attendance::normaliseCode(row.text("code"));
  p.initials = row.text("initials");
  p.role = row.text("role");
  p.callMs = instantOf(row.text("call_time"));
  p.blocked = row.number("blocked") != 0;
  p.issue = static_cast<std::uint16_t>(std::clamp<std::int64_t>(row.number("badge_issue"), 0, 65'535));
  p.note = row.text("note");
  p.minor = row.number("minor") != 0;
  if (const auto hours = hoursOf(row.text("allowed_hours")))
    p.fromMinute = hours->first, p.toMinute = hours->second;
  if (const auto* days = std::get_if<model::TextSet>(&row.at("days"))) {
    for (const std::string& text : *days) {
      if (const auto day = attendance::parseDay(text)) p.days.push_back(*day);
    }
    std::sort(p.days.begin(), p.days.end());
  }
  return p;
}

std::optional<attendance::BadgeKey> badgeKeyOf(const Record& row) {
  const auto* raw = std::get_if<Bytes>(&row.at("public_key"));
  attendance::BadgeKey key;
  if (raw == nullptr || raw->size() != key.key.size()) return std::nullopt;
  key.id = static_cast<std::uint32_t>(row.number("number"));
  key.project = row.uuid("project_id");
  std::copy(raw->begin(), raw->end(), key.key.begin());
  key.withdrawnMs = maybeNumber(row, "withdrawn_at");
  return key;
}

Operator operatorOf(const Record& row) {
  return {row.uuid("account_id"), std::string(row.text("name")),
          row.text("level") == "supervisor" ? Level::supervisor : Level::steward,
          std::string(row.text("verifier"))};
}

std::optional<attendance::Event> eventOf(const Record& row) {
  attendance::Event e;
  const auto kind = attendance::eventKindFromName(row.text("kind"));
  const auto grade = attendance::gradeFromName(row.text("grade"));
  const auto intent = attendance::intentFromName(row.text("intent"));
  const auto source = attendance::sourceFromName(row.text("source"));
  if (!kind || !grade || !intent || !source) return std::nullopt;
  e.id = row.id;
  e.kind = *kind;
  e.project = row.uuid("project_id");
  e.subject = row.uuid("subject_id");
  e.device = row.uuid("device_id");
  e.counter = static_cast<std::uint64_t>(row.number("counter"));
  e.time = {row.number("wall_at"),
            row.number("steady_ms"),
            row.uuid("boot_id"),
            maybeNumber(row, "offset_ms"),
            static_cast<std::int32_t>(row.number("zone_offset_min")),
            *grade};
  e.intent = *intent;
  e.shown = attendance::directionFromName(row.text("shown"));
  e.source = *source;
  e.verdict = row.text("verdict");
  e.reason = row.text("reason");
  e.code = row.text("scanned_code");
  e.target = row.uuid("target_id");
  e.operatorId = row.uuid("operator_id");
  e.gate = row.text("gate");
  return e;
}

store::Edit editOf(const SignedEvent& signedEvent, const Uuid& gateScope) {
  const attendance::Event& e = signedEvent.event;
  const schema::Collection& collection = schema::collection("attendance_events");
  store::Edit edit;
  edit.collection = &collection;
  edit.scope = gateScope;
  edit.id = e.id;
  edit.op = model::Op::create;
  const auto set = [&](std::string_view field, Value value) {
    if (!model::isNull(value)) edit.patches.push_back({collection.find(field), std::move(value), {}, {}, {}});
  };
  set("kind", textOrNone(name(e.kind)));
  set("project_id", idOrNone(e.project));
  set("subject_id", idOrNone(e.subject));
  set("device_id", idOrNone(e.device));
  set("counter", number(static_cast<std::int64_t>(e.counter)));
  set("wall_at", number(e.time.wallMs));
  set("steady_ms", number(e.time.steadyMs));
  set("boot_id", idOrNone(e.time.boot));
  set("offset_ms", e.time.offsetMs ? Value{*e.time.offsetMs} : Value{});
  set("zone_offset_min", number(e.time.zoneOffsetMin));
  set("grade", textOrNone(name(e.time.grade)));
  set("intent", textOrNone(name(e.intent)));
  set("shown", e.shown ? textOrNone(name(*e.shown)) : Value{});
  set("source", textOrNone(name(e.source)));
  set("verdict", textOrNone(e.verdict));
  set("reason", textOrNone(e.reason));
  set("scanned_code", textOrNone(e.code));
  set("target_id", idOrNone(e.target));
  set("operator_id", idOrNone(e.operatorId));
  set("gate", textOrNone(e.gate));
  set("signature", Bytes(signedEvent.signature.data(), signedEvent.signature.size()));
  return edit;
}

}  // namespace foyer::kiosk
