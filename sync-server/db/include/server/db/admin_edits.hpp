// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::server {

/// Kind of the job that foyer_edit() queues; its payload is the number of the edit.
inline constexpr const char* kAdminEditJob = "admin_edit";

/// An edit that an administrator queued in SQL. Read and ticked off inside the transaction that applies it
/// (ScopeTx), so that it takes effect exactly once.
struct AdminEdit {
  struct Field {
    std::string name;
    std::string json;                ///< the new value
    std::optional<std::string> was;  ///< of a text: what its author saw; none: nothing, or it is no text
  };
  std::int64_t number = 0;
  std::string collection;
  Uuid record;
  bool remove = false;               ///< into the trash
  std::optional<std::int64_t> base;  ///< head of the scope when it was made; none: not known
  std::vector<Field> fields;
};

}  // namespace foyer::server
