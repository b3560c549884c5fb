// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/record.hpp"
#include "store/store.hpp"

/// A gate in a device's database as a first sync leaves it, without any server.
namespace gate_fixture {

struct Wanted {
  foyer::Uuid device;  ///< the kiosk's
  std::string gate = "Entrance A";
  std::size_t people = 3;  ///< ids world::id(1), … for the first 200, derived ones after
};

foyer::Uuid scope();
foyer::Uuid personId(std::size_t n);  ///< from 1
/// Badge of the n-th person, valid in June 2026.
std::string badge(std::size_t n);
void fill(foyer::store::Store& store, const Wanted& wanted);

}  // namespace gate_fixture
