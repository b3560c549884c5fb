// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::server {

/// The ids in the payload of a job that ScopeTx::queueFor made: UUIDs with a space between them.
inline std::vector<Uuid> jobSubjects(std::string_view payload) {
  std::vector<Uuid> ids;
  for (std::size_t at = 0; at < payload.size(); at += 37) {
    if (const auto id = Uuid::parse(payload.substr(at, 36))) ids.push_back(*id);
  }
  return ids;
}

}  // namespace foyer::server
