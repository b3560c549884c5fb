// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace foyer::server {

struct Migration {
  int number = 0;
  std::string_view name;  ///< "0001_core"
  std::string_view sql;
};

/// What this build was compiled with, in order.
std::span<const Migration> migrations();

/// Applies what is missing, each in a transaction of its own, one server at a time. Returns the names
/// applied. Refuses, changing nothing, a database that checkSchema would call unknown, altered or newer.
Result<std::vector<std::string>> migrate(const std::string& connection,
                                         std::span<const Migration> list = migrations());

/// Whether this build may work on the database: every migration there, unaltered, and no other one.
/// `conflict` when some are missing, `tooNew` for one that this build doesn't know, `damaged` for an altered
/// one.
Result<void> checkSchema(const std::string& connection, std::span<const Migration> list = migrations());

}  // namespace foyer::server
