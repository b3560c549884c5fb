// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflict_rows.hpp"

#include "crypto/derived_id.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

const schema::Collection& conflicts() {
  static const schema::Collection& c = schema::collection("conflicts");
  return c;
}

Uuid cardId(const Uuid& scope, const RecordKey& subject, std::string_view what, const Uuid& device) {
  return crypto::derivedId(scope, conflicts().name,
                           {subject.collection->name, subject.id.str(), what, device.str()});
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

model::Value account(ScopeWriter& writer, const Uuid& device) {
  if (device.isNil()) return {};
  const Uuid id = writer.tx().device(device).account;
  return id.isNil() ? model::Value{} : model::Value{id};
}

}  // namespace

void conflictKeys(const model::Mutation& m, std::vector<RecordKey>& keys) {
  if (m.collection == &conflicts()) return;
  for (const model::FieldPatch& patch : m.patches) {
    keys.push_back({&conflicts(), cardId(m.scope, {m.collection, m.id}, patch.field->name, m.device)});
  }
}

void closeOvertaken(ScopeWriter& writer, const model::Mutation& m) {
  if (!writer.tx().row().heads.contains(conflicts().id)) return;
  std::vector<RecordKey> keys;
  conflictKeys(m, keys);
  for (const RecordKey& key : keys) {
    const merge::ServerRecord* found = writer.tx().find(key);
    if (!found || found->row.state != model::State::live) continue;
    if (!model::isNull(found->row.at("resolution"))) continue;
    writer.set(key, "resolution", std::string("overtaken"));
  }
}

void writeConflict(ScopeWriter& writer, const RecordKey& subject, const merge::Conflict& conflict) {
  if (subject.collection == &conflicts()) return;
  const Uuid scope = writer.tx().row().scope;
  const std::string_view what = conflict.field ? conflict.field->name : kindName(conflict.kind);
  model::Record card(conflicts(), scope, cardId(scope, subject, what, conflict.lostBy.device));
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
  card.at("lost_by_account") = account(writer, conflict.lostBy.device);
  if (!conflict.lostBy.device.isNil()) card.at("lost_by_device") = conflict.lostBy.device;
  card.at("lost_at") = conflict.lostBy.time.ms();
  card.at("kept_by_account") = account(writer, conflict.keptBy.device);
  if (!conflict.keptBy.device.isNil()) card.at("kept_by_device") = conflict.keptBy.device;
  card.at("kept_at") = conflict.keptBy.time.ms();
  const auto sensitivity = conflict.field ? conflict.field->sensitivity : schema::Sensitivity::plain;
  card.at("sensitivity") = std::string(sensitivityName(sensitivity));
  writer.put(card);
}

}  // namespace foyer::server
