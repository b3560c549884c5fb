// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::server {

class Pool;

/// Kind of the job that foyer_edit() queues; its payload is the number of the edit.
inline constexpr const char* kAdminEditJob = "admin_edit";

/// An edit that an administrator queued in SQL.
struct AdminEdit {
  std::string collection;
  Uuid record;
  bool remove = false;                                      ///< into the trash
  std::vector<std::pair<std::string, std::string>> fields;  ///< name and new value in JSON
};

/// Where such edits wait. Both block.
struct AdminEdits {
  /// None: there is no such edit, or it was applied or refused before.
  std::function<std::optional<AdminEdit>(std::int64_t number)> load;
  /// Applied, or refused with a sentence.
  std::function<void(std::int64_t number, const std::string& refused)> done;
};

/// Those of the database. The pool must outlive them.
AdminEdits adminEditsOf(Pool& pool);

}  // namespace foyer::server
