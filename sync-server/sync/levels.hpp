// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "schema/types.hpp"

namespace foyer::server {

/// The schema level that a device is served at: a newer one than ours gets what we have.
inline int levelOf(int asked) { return std::clamp<int>(asked, 1, schema::kSchemaLevel); }

}  // namespace foyer::server
