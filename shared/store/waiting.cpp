// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <utility>

#include "outbox.hpp"

namespace foyer::store {

namespace {

using Named = std::pair<std::string_view, Uuid>;  // collection and record

/// Root behind which an entry waits because of a record it refers to, or -1.
int behindReference(const model::Mutation& m, const std::map<Named, int>& created) {
  if (created.empty()) return -1;
  for (const model::FieldPatch& patch : m.patches) {
    if (patch.field->type != schema::Type::ref) continue;
    const Uuid* target = std::get_if<Uuid>(&patch.value);
    if (!target) continue;
    const auto it = created.find({patch.field->target, *target});
    if (it != created.end()) return it->second;
  }
  return -1;
}

}  // namespace

std::vector<int> waitingBehind(const std::vector<OutboxEntry>& entries) {
  std::vector<int> roots(entries.size(), -1);
  std::map<Named, int> records;  // any later mutation of these waits
  std::map<Named, int> created;  // what refers to these waits
  int scopeRoot = -1;            // the scope itself is not there yet
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const model::Mutation& m = entries[i].mutation;
    const Named self{m.collection->name, m.id};
    int root = scopeRoot;
    if (const auto it = records.find(self); root < 0 && it != records.end()) root = it->second;
    if (root < 0) root = behindReference(m, created);
    if (root < 0 && entries[i].stage == Stage::held) root = static_cast<int>(i);
    roots[i] = root;
    if (root < 0) continue;
    records.emplace(self, root);
    if (m.op != model::Op::create) continue;
    created.emplace(self, root);
    if (m.collection->head) scopeRoot = root;
  }
  return roots;
}

}  // namespace foyer::store
