// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.hpp"

namespace foyer::store {

namespace {

using Named = OpenChange::Named;
using Behind = std::map<Named, std::int64_t>;

/// Root behind which a change waits because of a record it refers to; 0 = none.
std::int64_t behindReference(const OpenChange& change, const Behind& created) {
  if (created.empty()) return 0;
  for (const Named& target : change.refersTo) {
    if (const auto it = created.find(target); it != created.end()) return it->second;
  }
  return 0;
}

}  // namespace

OpenChange::OpenChange(const model::Mutation& mutation, Stage itsStage)
    : stage(itsStage), op(mutation.op), collection(mutation.collection), id(mutation.id) {
  for (const model::FieldPatch& patch : mutation.patches) {
    if (patch.field->type != schema::Type::ref) continue;
    if (const Uuid* target = std::get_if<Uuid>(&patch.value))
      refersTo.emplace_back(patch.field->target, *target);
  }
}

Roots waitingBehind(const OpenChanges& changes) {
  Roots roots;
  Behind records;              // any later mutation of these waits
  Behind created;              // what refers to these waits
  std::int64_t scopeRoot = 0;  // the scope itself is not there yet
  for (const auto& [localId, change] : changes) {
    std::int64_t root = scopeRoot;
    if (const auto it = records.find(change.self()); root == 0 && it != records.end()) root = it->second;
    if (root == 0) root = behindReference(change, created);
    if (root == 0 && change.stage == Stage::held) root = localId;
    if (root == 0) continue;
    roots.emplace_hint(roots.end(), localId, root);
    records.emplace(change.self(), root);
    if (change.op != model::Op::create) continue;
    created.emplace(change.self(), root);
    if (change.collection->head) scopeRoot = root;
  }
  return roots;
}

}  // namespace foyer::store
