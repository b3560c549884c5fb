// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/gate_reader.hpp"

#include "device/gate_records.hpp"
#include "schema/collections.hpp"

namespace foyer::kiosk {
namespace {

using model::Record;

std::optional<std::int64_t> secondsAsMs(const Record& row, std::string_view field) {
  const auto* n = std::get_if<std::int64_t>(&row.at(field));
  return n == nullptr ? std::nullopt : std::optional(*n * 1000);
}

}  // namespace

std::vector<Record> GateReader::rows(const char* collection, const Uuid& scope) {
  store::QuerySpec spec;
  spec.collection = &schema::collection(collection);
  spec.scope = scope;
  return m_reader->query(spec);
}

void GateReader::takeInfo(const Record& row, GateUpdate& out) const {
  GateInfo info;
  info.scope = row.scope;
  info.project = row.uuid("project_id");
  info.name = row.text("name");
  info.timeZone = row.text("time_zone");
  info.dayCutMinute = minuteOf(row.text("day_cut")).value_or(240);
  info.debounceMs = secondsAsMs(row, "debounce_seconds");
  if (const auto* until = std::get_if<std::int64_t>(&row.at("lease_until"))) info.leaseUntilMs = *until;
  out.info = std::move(info);
}

void GateReader::takeKiosk(const Record& row, GateUpdate& out) const {
  if (row.uuid("device_id") != m_device) return;
  out.gateName = std::string(row.text("name"));
  out.revoked = row.text("status") == "revoked";
}

void GateReader::takeRevocation(const Record& row, GateUpdate& out) const {
  out.revocations.push_back({row.uuid("person_id"), static_cast<std::uint16_t>(row.number("issue", 65'535)),
                             row.number("revoked_at")});
}

void GateReader::takeEvent(const Record& row, GateUpdate& out) const {
  auto event = eventOf(row);
  if (!event) return;
  if (event->device == m_device) {
    if (row.version > 0) out.confirmed.push_back(event->id);
    if (!out.full) return;  // the machine that made it has it
  }
  out.events.push_back(std::move(*event));
}

std::vector<DayRule> GateReader::dayRules(const Uuid& scope) {
  std::vector<DayRule> out;
  for (const Record& row : rows("day_rules", scope)) {
    DayRule rule;
    rule.day = attendance::parseDay(row.text("day"));
    rule.closed = row.text("mode") == "closed";
    rule.mode = attendance::intentFromName(row.text("gate_mode")).value_or(attendance::Intent::automatic);
    rule.debounceMs = secondsAsMs(row, "debounce_seconds");
    rule.note = row.text("note");
    out.push_back(std::move(rule));
  }
  return out;
}

std::vector<Operator> GateReader::operators(const Uuid& scope) {
  std::vector<Operator> out;
  for (const Record& row : rows("pin_verifiers", scope)) out.push_back(operatorOf(row));
  return out;
}

std::optional<GateUpdate> GateReader::readAll(const Uuid& scope, std::int64_t nowMs) {
  const auto info = rows("gate_info", scope);
  if (info.empty()) return std::nullopt;
  GateUpdate out;
  out.full = true;
  takeInfo(info.front(), out);
  for (const Record& row : rows("kiosks", scope)) takeKiosk(row, out);
  for (const Record& row : rows("badge_keys", scope)) {
    if (auto key = badgeKeyOf(row)) out.keys.push_back(std::move(*key));
  }
  for (const Record& row : rows("roster", scope)) out.people.push_back(rosterEntryOf(row));
  for (const Record& row : rows("revocations", scope)) takeRevocation(row, out);
  out.dayRules = dayRules(scope);
  out.operators = operators(scope);

  store::QuerySpec recent;
  recent.collection = &schema::collection("attendance_events");
  recent.scope = scope;
  recent.filters.push_back({"wall_at", store::Filter::Op::atLeast, {nowMs - kEventsBackMs}});
  for (const Record& row : m_reader->query(recent)) takeEvent(row, out);

  store::QuerySpec own;
  own.collection = recent.collection;
  own.scope = scope;
  own.filters.push_back({"device_id", store::Filter::Op::equal, {m_device}});
  own.order.push_back({"counter", true});
  own.limit = 1;
  for (const Record& row : m_reader->query(own))
    out.lastCounter = static_cast<std::uint64_t>(row.number("counter"));
  return out;
}

GateUpdate GateReader::readChanged(const Uuid& scope, const std::vector<store::Change>& changes) {
  GateUpdate out;
  for (const store::Change& change : changes) {
    if (change.scope != scope) continue;
    const std::string_view collection = change.collection->name;
    if (collection == "day_rules") {
      out.dayRules = dayRules(scope);
      continue;
    }
    if (collection == "pin_verifiers") {
      out.operators = operators(scope);
      continue;
    }
    const auto row = m_reader->get(*change.collection, scope, change.id);
    const bool live = row && row->state == model::State::live;
    if (collection == "roster") {
      if (live) {
        out.people.push_back(rosterEntryOf(*row));
      } else {
        out.peopleGone.push_back(change.id);
      }
    } else if (!live) {
      continue;
    } else if (collection == "gate_info") {
      takeInfo(*row, out);
    } else if (collection == "kiosks") {
      takeKiosk(*row, out);
    } else if (collection == "badge_keys") {
      if (auto key = badgeKeyOf(*row)) out.keys.push_back(std::move(*key));
    } else if (collection == "revocations") {
      takeRevocation(*row, out);
    } else if (collection == "attendance_events") {
      takeEvent(*row, out);
    }
  }
  return out;
}

}  // namespace foyer::kiosk
