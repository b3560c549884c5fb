// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorship.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace foyer::server {
namespace {

/// Fields that say who made the record. Fixed in every collection that has one.
constexpr std::array<std::string_view, 5> kAuthorFields = {"created_by", "added_by", "recommended_by",
                                                           "author_id", "assigned_by"};

/// Collections whose content belongs to the person in this field.
constexpr std::string_view kOwnedBy = "author_id";

bool mayModerate(std::string_view role) { return role == "owner" || role == "admin"; }

}  // namespace

std::optional<Error> checkAuthorship(const RuleContext& context, const model::Mutation& m) {
  for (const model::FieldPatch& patch : m.patches) {
    const std::string_view name = patch.field->name;
    if (std::find(kAuthorFields.begin(), kAuthorFields.end(), name) == kAuthorFields.end()) continue;
    const auto* id = std::get_if<Uuid>(&patch.value);
    if (patch.field->type != schema::Type::id || !id || *id == context.who.account) continue;
    return Error{Code::forbidden, std::string(name), "This names who writes, and that is you."};
  }
  if (m.op == model::Op::create || !m.collection->find(kOwnedBy)) return std::nullopt;
  const merge::ServerRecord* found = context.writer.tx().find({m.collection, m.id});
  if (!found || found->row.uuid(kOwnedBy) == context.who.account) return std::nullopt;
  if (m.op == model::Op::del && mayModerate(context.role)) return std::nullopt;
  return Error{Code::forbidden, {}, "Only its author may change this."};
}

}  // namespace foyer::server
