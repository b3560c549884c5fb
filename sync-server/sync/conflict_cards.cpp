// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflict_cards.hpp"

#include <algorithm>

#include "crypto/derived_id.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

const schema::Collection& conflicts() {
  static const schema::Collection& c = schema::collection("conflicts");
  return c;
}

/// One card per record, field and author: the author's next value takes the place of the one before. Texts
/// have one per lost text, since a later one need not contain the words of an earlier one.
Uuid cardId(const Uuid& scope, const RecordKey& subject, std::string_view what, const Uuid& device,
            std::string_view lostText) {
  return crypto::derivedId(scope, conflicts().name,
                           {subject.collection->name, subject.id.str(), what, device.str(), lostText});
}

std::string_view kindName(merge::Conflict::Kind kind) {
  switch (kind) {
    case merge::Conflict::Kind::value:
      return "value";
    case merge::Conflict::Kind::kept:
      return "kept";
    case merge::Conflict::Kind::revived:
      return "revived";
  }
  return "value";
}

std::string_view sensitivityName(schema::Sensitivity s) {
  switch (s) {
    case schema::Sensitivity::plain:
      return "plain";
    case schema::Sensitivity::personal:
      return "personal";
    case schema::Sensitivity::sealed:
      return "sealed";
  }
  return "plain";
}

/// An open card as the merge rules see it; none for a notice or a card of a field that is gone.
std::optional<merge::OpenConflict> openConflict(const merge::ServerRecord& card,
                                                const schema::Collection& subject) {
  const schema::Field* field = subject.find(card.row.text("field"));
  if (card.row.state != model::State::live || !model::isNull(card.row.at("resolution")) || !field) return {};
  if (card.row.text("subject_collection") != subject.name) return {};
  const auto value = protocol::parseValue(*field, card.row.text("lost_value"));
  if (!value) return {};
  merge::OpenConflict open;
  open.field = field;
  open.lost = *value;
  open.author = card.row.uuid("lost_by_device");
  open.openedAt = card.row.version;
  const std::uint16_t lost = conflicts().find("lost_value")->id;
  for (const merge::FieldMeta& f : card.meta.fields) {
    if (f.field == lost) open.lostVersion = f.top.version;
  }
  return open;
}

}  // namespace

void ConflictCards::load(std::span<const Uuid> subjects) {
  if (!m_writer.tx().row().heads.contains(conflicts().id)) return;
  for (const RecordKey& key : m_writer.tx().loadOpenConflicts(subjects)) {
    m_open.emplace(m_writer.tx().find(key)->row.uuid("subject_id"), key);
  }
}

void ConflictCards::close(const model::Mutation& m, const model::Record& after) {
  const auto [first, last] = m_open.equal_range(m.id);
  for (auto it = first; it != last; ++it) {
    const auto open = openConflict(*m_writer.tx().find(it->second), *m.collection);
    if (!open || !merge::closes(m, *open, after)) continue;
    m_writer.set(it->second, "resolution", std::string("overtaken"));
  }
}

void ConflictCards::sign(model::Record& card, const std::string& side, const merge::Mark& by) {
  card.at(side + "_at") = by.time.ms();
  if (by.device.isNil()) return;
  card.at(side + "_by_device") = by.device;
  const Uuid account = m_writer.tx().device(by.device).account;
  if (!account.isNil()) card.at(side + "_by_account") = account;
  const auto [name, fresh] = m_names.try_emplace(by.device);
  if (fresh) name->second = m_rules.deviceName(by.device);
  if (!name->second.empty()) card.at(side + "_by_device_name") = name->second;
}

bool ConflictCards::choosesUnseen(const model::Mutation& m, const merge::ServerRecord& card) {
  if (m.collection != &conflicts() || m.op != model::Op::edit || card.row.version <= m.base) return false;
  const std::uint16_t resolution = conflicts().find("resolution")->id;
  return std::ranges::none_of(card.meta.fields, [&](const merge::FieldMeta& f) {
    return f.field == resolution && f.top.device == m.device && f.top.version == card.row.version;
  });
}

void ConflictCards::write(const RecordKey& subject, const merge::Conflict& conflict) {
  if (subject.collection == &conflicts()) return;
  ++m_written;
  const Uuid scope = m_writer.tx().row().scope;
  const std::string_view what = conflict.field ? conflict.field->name : kindName(conflict.kind);
  const bool text = conflict.field && conflict.field->merge == schema::Merge::text;
  const auto* lostText = text ? std::get_if<std::string>(&conflict.lost) : nullptr;
  model::Record card(conflicts(), scope,
                     cardId(scope, subject, what, conflict.lostBy.device, lostText ? *lostText : ""));
  card.at("kind") = std::string(kindName(conflict.kind));
  card.at("subject_collection") = std::string(subject.collection->name);
  card.at("subject_id") = subject.id;
  if (conflict.field) {
    card.at("field") = std::string(conflict.field->name);
    std::string lost;
    std::string kept;
    protocol::appendValue(lost, *conflict.field, conflict.lost);
    protocol::appendValue(kept, *conflict.field, conflict.kept);
    card.at("lost_value") = std::move(lost);
    card.at("kept_value") = std::move(kept);
  }
  sign(card, "lost", conflict.lostBy);
  sign(card, "kept", conflict.keptBy);
  const auto sensitivity = conflict.field ? conflict.field->sensitivity : schema::Sensitivity::plain;
  card.at("sensitivity") = std::string(sensitivityName(sensitivity));
  m_writer.put(card);

  const RecordKey key{&conflicts(), card.id};
  merge::ServerRecord stored = *m_writer.tx().find(key);
  for (merge::FieldMeta& f : stored.meta.fields) {
    if (f.field == conflicts().find("lost_value")->id) f.top = conflict.lostBy;
  }
  m_writer.tx().put(std::move(stored));
  const auto [first, last] = m_open.equal_range(subject.id);
  const bool known = std::any_of(first, last, [&](const auto& entry) { return entry.second == key; });
  if (!known) m_open.emplace(subject.id, key);
}

}  // namespace foyer::server
