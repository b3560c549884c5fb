// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace foyer::server {

/// A query of every file's hash, in hex, that a record with content of scope $1 refers to, also the lost and
/// kept values of conflicts.
std::string referredBlobsSql();

}  // namespace foyer::server
