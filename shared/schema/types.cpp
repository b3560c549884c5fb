// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/types.hpp"

namespace foyer::schema {

int Collection::indexOf(std::string_view fieldName) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == fieldName) return static_cast<int>(i);
  }
  return -1;
}

const Field* Collection::find(std::string_view fieldName) const {
  const int index = indexOf(fieldName);
  return index < 0 ? nullptr : &fields[static_cast<std::size_t>(index)];
}

const Field* Collection::findId(std::uint16_t fieldId) const {
  for (const Field& field : fields) {
    if (field.id == fieldId) return &field;
  }
  return nullptr;
}

bool Collection::newerThan(int level) const {
  if (since > level) return true;
  for (const Field& field : fields) {
    if (field.since > level) return true;
  }
  return false;
}

}  // namespace foyer::schema
