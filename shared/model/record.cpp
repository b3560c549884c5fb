// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/record.hpp"

#include <stdexcept>
#include <string>

namespace foyer::model {
namespace {

std::size_t indexIn(const schema::Collection* collection, std::string_view name) {
  const int index = collection == nullptr ? -1 : collection->indexOf(name);
  if (index < 0) throw std::logic_error("no field named " + std::string(name));
  return static_cast<std::size_t>(index);
}

}  // namespace

const Value& Record::at(std::string_view name) const { return fields.at(indexIn(collection, name)); }
Value& Record::at(std::string_view name) { return fields.at(indexIn(collection, name)); }

std::string_view Record::text(std::string_view name) const {
  const auto* found = std::get_if<std::string>(&at(name));
  return found == nullptr ? std::string_view{} : *found;
}

std::int64_t Record::number(std::string_view name, std::int64_t fallback) const {
  const auto* found = std::get_if<std::int64_t>(&at(name));
  return found == nullptr ? fallback : *found;
}

Uuid Record::uuid(std::string_view name) const {
  const auto* found = std::get_if<Uuid>(&at(name));
  return found == nullptr ? Uuid{} : *found;
}

}  // namespace foyer::model
