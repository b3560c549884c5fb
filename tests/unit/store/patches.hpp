// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/mutation.hpp"

namespace foyer::test {

inline std::string text(const char* s) { return s; }

inline const model::FieldPatch* patchOf(const model::Mutation& m, std::string_view field) {
  for (const auto& patch : m.patches) {
    if (patch.field->name == field) return &patch;
  }
  return nullptr;
}

inline std::string valueOf(const model::Mutation& m, std::string_view field) {
  const auto* patch = patchOf(m, field);
  return patch ? std::get<std::string>(patch->value) : "(none)";
}

}  // namespace foyer::test
