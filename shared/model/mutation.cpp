// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mutation.hpp"

#include <array>

namespace foyer::model {
namespace {

constexpr std::array<std::string_view, 4> kOps{"create", "edit", "delete", "restore"};
constexpr std::array<std::string_view, 4> kOutcomes{"applied", "merged", "superseded", "held"};

template <class E>
std::optional<E> fromName(const std::array<std::string_view, 4>& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Op op) { return kOps.at(static_cast<std::size_t>(op)); }
std::optional<Op> opFromName(std::string_view name) { return fromName<Op>(kOps, name); }
std::string_view name(Outcome outcome) { return kOutcomes.at(static_cast<std::size_t>(outcome)); }
std::optional<Outcome> outcomeFromName(std::string_view name) { return fromName<Outcome>(kOutcomes, name); }

}  // namespace foyer::model
