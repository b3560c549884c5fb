// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge/conflict.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

namespace foyer::merge {
namespace {

const model::Value& valueOf(const model::Record& record, const schema::Field& field) {
  return record.fields[static_cast<std::size_t>(&field - record.collection->fields.data())];
}

std::set<std::string, std::less<>> words(const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  std::istringstream stream(text != nullptr ? *text : std::string());
  std::set<std::string, std::less<>> out;
  for (std::string word; stream >> word;) out.insert(word);
  return out;
}

}  // namespace

bool closes(const model::Mutation& m, const OpenConflict& open, const model::Record& after) {
  const auto patch = std::ranges::find(m.patches, open.field, &model::FieldPatch::field);
  if (patch == m.patches.end()) return false;
  const bool author = m.device == open.author;
  if (open.field->merge == schema::Merge::text) {
    if (author && m.base >= open.openedAt) return true;
    return std::ranges::includes(words(valueOf(after, *open.field)), words(open.lost));
  }
  if (author) return true;
  return open.lostVersion <= m.base && (open.openedAt > m.base || patch->value == open.lost);
}

}  // namespace foyer::merge
