// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.hpp"

#include <algorithm>

#include "protocol/codec.hpp"

namespace foyer::cli {
namespace {

using schema::Merge;
using schema::Type;

Error wrong(const schema::Field& field, const std::string& sentence) {
  return {Code::invalidField, std::string(field.name), sentence};
}

model::TextSet elements(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return model::makeSet(std::move(parts));
}

const model::TextSet& setOf(const std::optional<model::Record>& current, const schema::Field& field) {
  static const model::TextSet kEmpty;
  if (!current) return kEmpty;
  const auto* set = std::get_if<model::TextSet>(&current->at(field.name));
  return set ? *set : kEmpty;
}

/// Replacing a set is adding what is new and removing what is no longer there.
void replaceSet(model::FieldPatch& patch, const model::TextSet& wanted, const model::TextSet& had) {
  std::set_difference(wanted.begin(), wanted.end(), had.begin(), had.end(), std::back_inserter(patch.added));
  std::set_difference(had.begin(), had.end(), wanted.begin(), wanted.end(),
                      std::back_inserter(patch.removed));
}

}  // namespace

Result<model::Value> parseTyped(const schema::Field& field, const std::string& text) {
  if (text.empty()) return model::Value{};
  switch (field.type) {
    case Type::integer:
    case Type::boolean:
    case Type::time:
    case Type::json: {
      auto value = protocol::parseValue(field, text);
      return value ? std::move(value) : Result<model::Value>(wrong(field, value.error().message));
    }
    case Type::ref:
    case Type::id: {
      const auto id = Uuid::parse(text);
      if (!id) return wrong(field, "This is no id.");
      return model::Value{*id};
    }
    case Type::bytes: {
      auto raw = fromBase64(text);
      if (!raw) return wrong(field, "This is no base64.");
      return model::Value{std::move(*raw)};
    }
    case Type::textSet:
      return model::Value{elements(text)};
    default:
      return model::Value{text};
  }
}

Result<std::vector<model::FieldPatch>> parseAssignments(const schema::Collection& collection,
                                                        const std::vector<std::string>& assignments,
                                                        const std::optional<model::Record>& current) {
  std::vector<model::FieldPatch> patches;
  for (const std::string& assignment : assignments) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
      return {Code::badRequest, "Write field=value instead of \"" + assignment + "\"."};
    const char sign = assignment[equals - 1];
    const bool element = sign == '+' || sign == '-';
    const std::string name = assignment.substr(0, element ? equals - 1 : equals);
    const std::string text = assignment.substr(equals + 1);
    const auto* field = collection.find(name);
    if (!field) return Error{Code::unknownField, name, "The collection has no such field."};
    auto found =
        std::find_if(patches.begin(), patches.end(), [field](const auto& p) { return p.field == field; });
    if (found == patches.end()) {
      patches.push_back({});
      found = patches.end() - 1;
      found->field = field;
    }
    if (element) {
      if (field->type != Type::textSet) return wrong(*field, "Only sets have elements to add or remove.");
      auto& side = sign == '+' ? found->added : found->removed;
      side.push_back(text);
      side = model::makeSet(std::move(side));
      continue;
    }
    auto value = parseTyped(*field, text);
    if (!value) return value.error();
    if (field->merge == Merge::set) {
      replaceSet(*found, model::isNull(*value) ? model::TextSet{} : std::get<model::TextSet>(*value),
                 setOf(current, *field));
      continue;
    }
    found->value = std::move(*value);
    if (field->merge == Merge::text && current) found->was = std::string(current->text(field->name));
  }
  return patches;
}

}  // namespace foyer::cli
