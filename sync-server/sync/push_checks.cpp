// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "crypto/derived_id.hpp"
#include "push_run.hpp"
#include "schema/collections.hpp"

namespace foyer::server {
namespace {

bool isManager(std::string_view role) {
  return role == "owner" || role == "admin" || role == "coordinator" || role == "staff";
}

bool satisfies(std::string_view role, schema::Writer writer) {
  switch (writer) {
    case schema::Writer::member:
      return role != "reader" && role != "kiosk";
    case schema::Writer::manager:
      return isManager(role);
    case schema::Writer::kiosk:
      return role == "kiosk" || role == "presence" || role == "coordinator";
    case schema::Writer::server:
      return false;
  }
  return false;
}

/// A key part in canonical text, as the derived id covers it; absent is empty.
std::string keyText(const model::Mutation& m, std::string_view field) {
  for (const model::FieldPatch& patch : m.patches) {
    if (patch.field->name != field) continue;
    if (const auto* text = std::get_if<std::string>(&patch.value)) return *text;
    if (const auto* id = std::get_if<Uuid>(&patch.value)) return id->str();
    if (const auto* number = std::get_if<std::int64_t>(&patch.value)) return std::to_string(*number);
  }
  return {};
}

std::optional<Error> checkId(const model::Mutation& m) {
  const schema::Collection& c = *m.collection;
  if (m.op != model::Op::create) return std::nullopt;
  if (c.head && m.id != m.scope)
    return Error{Code::invalidField, "id", "Its id must be the id of its scope."};
  if (c.key.empty()) return std::nullopt;
  std::vector<std::string> texts;
  for (const std::string_view field : c.key) texts.push_back(keyText(m, field));
  const std::vector<std::string_view> parts(texts.begin(), texts.end());
  if (crypto::derivedId(m.scope, c.name, parts) == m.id) return std::nullopt;
  return Error{Code::invalidField, "id", "The id does not follow from the key fields."};
}

}  // namespace

std::optional<Error> PushRun::refuse(const Prepared& item) {
  const model::Mutation& m = *item.mutation;
  if (auto error = checkDependsOnHeld(m)) return error;
  if (auto error = checkPlace(m)) return error;
  if (item.invalid) return item.invalid;
  if (auto error = checkWriter(m)) return error;
  if (auto error = checkId(m)) return error;
  if (auto error = checkExisting(m)) return error;
  if (auto error = checkReferences(m)) return error;
  if (auto error = checkQuota(m)) return error;
  RuleContext context{m_who, m_role, m_writer};
  return m_rules.check(context, m);
}

std::optional<Error> PushRun::checkDependsOnHeld(const model::Mutation& m) const {
  const Error waits{Code::dependsOnHeld, {}, "It needs a change that was not accepted."};
  if (!m_tx.born() || m_held.contains({m.collection, m.id})) return waits;
  for (const model::FieldPatch& patch : m.patches) {
    const auto* id = std::get_if<Uuid>(&patch.value);
    if (!id || patch.field->target.empty()) continue;
    const RecordKey target{&schema::collection(patch.field->target), *id};
    if (!m_held.contains(target)) continue;
    const merge::ServerRecord* found = m_tx.find(target);
    if (!found || found->row.state == model::State::tombstone) {
      return Error{Code::dependsOnHeld, std::string(patch.field->name), waits.message};
    }
  }
  return std::nullopt;
}

std::optional<Error> PushRun::checkPlace(const model::Mutation& m) const {
  const schema::Scope kind = *m_tx.row().kind;
  if (schema::contains(m.collection->scopes, kind)) return std::nullopt;
  return Error{Code::unknownCollection, "collection",
               std::string(m.collection->name) + " do not belong in a " +
                   std::string(schema::scopeName(kind)) + " scope."};
}

std::optional<Error> PushRun::checkWriter(const model::Mutation& m) const {
  const Error forbidden{Code::forbidden, {}, "Your role does not allow this change."};
  const bool removes = m.op == model::Op::del || m.op == model::Op::restore;
  if (m.op != model::Op::edit && !satisfies(m_role, m.collection->creator)) return forbidden;
  if (m.collection->head && removes && !isManager(m_role)) return forbidden;
  if (!satisfies(m_role, schema::Writer::member) && !satisfies(m_role, schema::Writer::kiosk))
    return forbidden;
  for (const model::FieldPatch& patch : m.patches) {
    if (satisfies(m_role, patch.field->writer)) continue;
    // A kiosk writes the plain fields of what it may create.
    if (patch.field->writer == schema::Writer::member && m.collection->creator == schema::Writer::kiosk &&
        satisfies(m_role, schema::Writer::kiosk)) {
      continue;
    }
    const bool server = patch.field->writer == schema::Writer::server;
    return Error{server ? Code::readOnly : Code::forbidden, std::string(patch.field->name),
                 server ? "This field is written by the server only." : forbidden.message};
  }
  return std::nullopt;
}

std::optional<Error> PushRun::checkExisting(const model::Mutation& m) {
  const merge::ServerRecord* found = m_tx.find({m.collection, m.id});
  if (m.op == model::Op::create) {
    if (found && found->row.state == model::State::tombstone && m_tx.wasErased(m.id)) {
      return Error{Code::gone, "id", "The record was erased; it can't be made again."};
    }
    if (!found || !m.collection->facts) return std::nullopt;
    if (found->row.state == model::State::tombstone || merge::sameFact(found->row, m)) return std::nullopt;
    return Error{Code::conflict, "id", "A recorded fact can't be changed."};
  }
  if (m.op == model::Op::del) return std::nullopt;
  if (!found) return Error{Code::notFound, "id", "The record is not there."};
  if (found->row.state == model::State::tombstone) {
    return Error{Code::gone, "id", "The record was deleted for good; create it again from your copy."};
  }
  return std::nullopt;
}

std::optional<Error> PushRun::checkQuota(const model::Mutation& m) {
  if (m_limits.maxScopeRecords == 0 || m.op != model::Op::create || m.collection->facts ||
      m.collection->head) {
    return std::nullopt;
  }
  const merge::ServerRecord* found = m_tx.find({m.collection, m.id});
  if (found && found->row.state != model::State::tombstone) return std::nullopt;
  if (m_tx.countedRecords() < m_limits.maxScopeRecords) return std::nullopt;
  return Error{Code::quotaExceeded,
               {},
               "There is no room for more: at most " + std::to_string(m_limits.maxScopeRecords) +
                   " records fit here. Delete some, or ask whoever runs the server for more."};
}

std::optional<Error> PushRun::checkReferences(const model::Mutation& m) {
  for (const model::FieldPatch& patch : m.patches) {
    const auto* id = std::get_if<Uuid>(&patch.value);
    if (!id || patch.field->type != schema::Type::ref || patch.field->target.empty()) continue;
    const RecordKey target{&schema::collection(patch.field->target), *id};
    if (m_push.catalogue.contains(target)) continue;
    const merge::ServerRecord* found = m_tx.find(target);
    const bool there = found && (found->row.state != model::State::tombstone || m.collection->facts);
    if (there) continue;
    return Error{Code::missingParent, std::string(patch.field->name),
                 "It refers to a record that is not there."};
  }
  return std::nullopt;
}

}  // namespace foyer::server
