// SPDX-License-Identifier: GPL-3.0-or-later
#include "join.hpp"

#include <algorithm>
#include <map>

namespace foyer::store {

namespace {

using model::FieldPatch;
using model::TextSet;

const FieldPatch* patchOf(const model::Mutation& m, const schema::Field* field) {
  const auto it =
      std::find_if(m.patches.begin(), m.patches.end(), [&](const FieldPatch& p) { return p.field == field; });
  return it == m.patches.end() ? nullptr : &*it;
}

bool contains(const TextSet& set, const std::string& element) {
  return std::binary_search(set.begin(), set.end(), element);
}

/// Base of the newest pending value that this patch is typed over, or of the edit itself.
std::int64_t baseFor(const std::vector<OutboxEntry>& pending, const FieldPatch& patch, std::int64_t own) {
  for (auto it = pending.rbegin(); it != pending.rend(); ++it) {
    if (patchOf(it->mutation, patch.field)) return it->mutation.base;
  }
  return own;
}

/// The same for one element of a set.
std::int64_t baseFor(const std::vector<OutboxEntry>& pending, const schema::Field* field,
                     const std::string& element, std::int64_t own) {
  for (auto it = pending.rbegin(); it != pending.rend(); ++it) {
    const FieldPatch* patch = patchOf(it->mutation, field);
    if (patch && (contains(patch->added, element) || contains(patch->removed, element)))
      return it->mutation.base;
  }
  return own;
}

FieldPatch& slot(std::vector<FieldPatch>& patches, const schema::Field* field) {
  for (FieldPatch& patch : patches) {
    if (patch.field == field) return patch;
  }
  return patches.emplace_back(FieldPatch{field, {}, {}, {}, {}});
}

/// The edit's patches by the base they go with.
std::map<std::int64_t, std::vector<FieldPatch>> split(const std::vector<OutboxEntry>& pending,
                                                      const model::Mutation& edit) {
  std::map<std::int64_t, std::vector<FieldPatch>> groups;
  for (const FieldPatch& patch : edit.patches) {
    if (patch.field->merge != schema::Merge::set) {
      groups[baseFor(pending, patch, edit.base)].push_back(patch);
      continue;
    }
    for (const std::string& element : patch.added) {
      slot(groups[baseFor(pending, patch.field, element, edit.base)], patch.field).added.push_back(element);
    }
    for (const std::string& element : patch.removed) {
      slot(groups[baseFor(pending, patch.field, element, edit.base)], patch.field).removed.push_back(element);
    }
  }
  return groups;
}

bool joinable(const OutboxEntry& entry) {
  return entry.stage == Stage::queued &&
         (entry.mutation.op == model::Op::create || entry.mutation.op == model::Op::edit);
}

/// The newest unnumbered mutation with this base that no later one of the same fields follows.
OutboxEntry* target(std::vector<OutboxEntry>& pending, std::int64_t base,
                    const std::vector<FieldPatch>& patches, bool onTruth) {
  for (auto it = pending.rbegin(); it != pending.rend(); ++it) {
    if (!joinable(*it)) return nullptr;
    const bool unborn = !onTruth && it->mutation.op == model::Op::create;
    if (it->mutation.base == base || unborn) return &*it;
    for (const FieldPatch& patch : patches) {
      if (patchOf(it->mutation, patch.field)) return nullptr;
    }
  }
  return nullptr;
}

/// A text can only join the text that it was typed over.
bool fits(const model::Mutation& m, const FieldPatch& patch) {
  if (patch.field->merge != schema::Merge::text) return true;
  const FieldPatch* earlier = patchOf(m, patch.field);
  if (!earlier) return true;
  const auto* text = std::get_if<std::string>(&earlier->value);
  return (text ? *text : std::string()) == patch.was;
}

/// A record that is being created has no elements that could be removed.
void forgetRemoved(model::Mutation& create, const schema::Field* field) {
  if (field->merge != schema::Merge::set) return;
  slot(create.patches, field).removed.clear();
  std::erase_if(create.patches, [&](const FieldPatch& p) { return p.field == field && p.added.empty(); });
}

}  // namespace

void compose(FieldPatch& earlier, const FieldPatch& later) {
  if (later.field->merge != schema::Merge::set) {
    earlier.value = later.value;
    return;
  }
  const auto without = [](const TextSet& from, const TextSet& taken) {
    TextSet out;
    std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(), std::back_inserter(out));
    return out;
  };
  const auto with = [](TextSet a, const TextSet& b) {
    a.insert(a.end(), b.begin(), b.end());
    return model::makeSet(std::move(a));
  };
  const TextSet added = model::makeSet(later.added);
  const TextSet removed = model::makeSet(later.removed);
  earlier.added = with(without(earlier.added, removed), added);
  earlier.removed = with(without(earlier.removed, added), removed);
}

std::int64_t pendingBase(const std::vector<OutboxEntry>& pending, const model::Mutation& edit) {
  const auto groups = split(pending, edit);
  return groups.empty() ? edit.base : std::min(edit.base, groups.begin()->first);
}

JoinPlan join(std::vector<OutboxEntry>& pending, const model::Mutation& edit, bool onTruth) {
  JoinPlan plan;
  for (auto& [base, patches] : split(pending, edit)) {
    OutboxEntry* into = target(pending, base, patches, onTruth);
    const bool allFit = into && std::all_of(patches.begin(), patches.end(),
                                            [&](const FieldPatch& p) { return fits(into->mutation, p); });
    if (!allFit) {
      model::Mutation separate = edit;
      separate.base = base;
      separate.patches.clear();
      for (const FieldPatch& patch : patches) {
        FieldPatch& mine = slot(separate.patches, patch.field);
        mine = patch;
        mine.added = model::makeSet(std::move(mine.added));
        mine.removed = model::makeSet(std::move(mine.removed));
      }
      plan.added.push_back(std::move(separate));
      continue;
    }
    for (const FieldPatch& patch : patches) {
      FieldPatch* earlier = nullptr;
      for (FieldPatch& p : into->mutation.patches) {
        if (p.field == patch.field) earlier = &p;
      }
      if (earlier) {
        compose(*earlier, patch);
      } else {
        into->mutation.patches.push_back(patch);
      }
      if (into->mutation.op == model::Op::create) forgetRemoved(into->mutation, patch.field);
    }
    into->mutation.stamp = edit.stamp;
    const auto index = static_cast<std::size_t>(into - pending.data());
    if (std::find(plan.touched.begin(), plan.touched.end(), index) == plan.touched.end())
      plan.touched.push_back(index);
  }
  return plan;
}

}  // namespace foyer::store
