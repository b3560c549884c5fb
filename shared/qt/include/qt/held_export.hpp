// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "base/error.hpp"
#include "model/mutation.hpp"

namespace foyer::qt {

/// A refused change and what waits behind it, oldest first, as readable JSON to be kept elsewhere.
QString exportHeld(const Error& reason, const std::vector<model::Mutation>& changes);

}  // namespace foyer::qt
