// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/foyer_rules.hpp"

#include "admin_edit.hpp"
#include "authorship.hpp"
#include "blob_state.hpp"
#include "gate_projection.hpp"
#include "talent_codes.hpp"

namespace foyer::server {
namespace {

const model::FieldPatch* patchOf(const model::Mutation& m, std::string_view field) {
  for (const model::FieldPatch& patch : m.patches) {
    if (patch.field->name == field) return &patch;
  }
  return nullptr;
}

Uuid idIn(const model::Mutation& m, std::string_view field) {
  const model::FieldPatch* patch = patchOf(m, field);
  const Uuid* id = patch ? std::get_if<Uuid>(&patch->value) : nullptr;
  return id ? *id : Uuid{};
}

/// A person's profile is their own; a child's guardian is in the family.
std::optional<Error> checkPeople(RuleContext& context, const model::Mutation& m) {
  ScopeTx& tx = context.writer.tx();
  if (m.collection->name == "profiles" && m.op == model::Op::create &&
      idIn(m, "account_id") != tx.row().scope) {
    return Error{Code::invalidField, "account_id", "A person's scope holds their own profile only."};
  }
  const Uuid guardian = m.collection->name == "child_profiles" ? idIn(m, "guardian_id") : Uuid{};
  if (!guardian.isNil() && !tx.roleOf(guardian)) {
    return Error{Code::invalidField, "guardian_id", "The guardian must be a member of the family."};
  }
  return std::nullopt;
}

/// An attendance event is signed for by the device that recorded it, at its own gate.
std::optional<Error> checkGate(const RuleContext& context, const model::Mutation& m) {
  if (m.collection->name != "attendance_events") return std::nullopt;
  if (idIn(m, "device_id") != context.who.device) {
    return Error{Code::forbidden, "device_id", "An event names the device that recorded it."};
  }
  return std::nullopt;
}

}  // namespace

void FoyerRules::wants(const model::Mutation&, std::vector<RecordKey>&) const {}

std::optional<Error> FoyerRules::check(RuleContext& context, const model::Mutation& m) const {
  if (auto error = checkAuthorship(context, m)) return error;
  if (auto error = checkPeople(context, m)) return error;
  return checkGate(context, m);
}

void FoyerRules::accepted(RuleContext& context, const model::Mutation& m, const model::Record& now) const {
  const std::string_view name = m.collection->name;
  if (name == "projects" || name == "assignments") context.writer.tx().queueFor(kGateJob, m.id);
  if (name == "talent_profiles" && m.op != model::Op::del) context.writer.tx().queueFor(kTalentJob, m.id);
  if (name == "credits") context.writer.tx().queueFor(kTalentJob, now.uuid("talent"));
  if (name == "image_files" && m.op != model::Op::del) context.writer.tx().queueFor(kBlobJob, m.id);
}

void FoyerRules::run(SyncService& service, const Job& job) const {
  if (job.kind == kGateJob) return projectGate(service, job);
  if (job.kind == kBlobJob) return markStoredFiles(service, job, m_stored);
  if (job.kind == kTalentJob) return completeTalents(service, job, *m_codes);
  if (job.kind == kAdminEditJob) return applyAdminEdit(service, job, *this);
  throw std::logic_error("No handler for jobs of kind " + job.kind);
}

}  // namespace foyer::server
