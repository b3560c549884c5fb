// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace foyer::server {

/// The database can't do anything just now: lost, full, stopping, out of time. Nothing is wrong with what it
/// was asked; the same may be asked again later.
class StoreAway : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace foyer::server
