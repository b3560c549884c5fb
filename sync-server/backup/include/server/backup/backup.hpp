// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace foyer::server {

/// Where a server's data lies.
struct DataPlaces {
  std::string connection;  ///< libpq, of the database
  std::filesystem::path blobs;
  std::filesystem::path masterKey;
  std::filesystem::path ledger;
};

struct BackupSummary {
  std::int64_t rows = 0;
  std::int64_t blobs = 0;
  std::int64_t bytes = 0;
};

/// Writes everything into the new folder `target`, while the server may go on. Errors: `alreadyExists` for a
/// folder that is there, `damaged` for a blob that is not what its name says; nothing is left of a failed
/// one.
Result<BackupSummary> writeBackup(const DataPlaces& from, const std::filesystem::path& target,
                                  std::int64_t nowMs);

/// Whether a folder holds a whole, unaltered backup that this server can read: `damaged`, `tooNew`,
/// `notFound`.
Result<BackupSummary> checkBackup(const std::filesystem::path& source);

/// Where a restore puts things. The database of `places` must be empty and have no migrations yet; its files
/// must not exist. `restoring` lies on the same file system as they do.
struct RestoreTarget {
  DataPlaces places;
  std::filesystem::path restoring;
  /// Starts what the connection leads to, once the backup was found to be good and the place free, and ends
  /// it before the files are moved. May be empty.
  std::function<Result<std::string>()> openDatabase;
  std::function<void()> closeDatabase;
  /// Further folders to be moved into place with the files: from inside `restoring` to where they belong.
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> moves;
};

/// Puts a backup back. All or nothing. `alreadyExists` when there is data in the way, `conflict` when the
/// ledger that is there belongs to another server.
Result<BackupSummary> restoreBackup(const std::filesystem::path& source, const RestoreTarget& target,
                                    std::int64_t nowMs);

/// A restore that was cut off: finishes one that had everything ready, removes one that had not. To be called
/// before anything of the data is opened. True when one was finished.
Result<bool> finishRestore(const std::filesystem::path& restoring);

}  // namespace foyer::server
