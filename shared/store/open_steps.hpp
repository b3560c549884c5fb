// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "sqlite.hpp"

namespace foyer::store {

/// Every version of the file that was ever released, oldest first. A step brings a file from the version
/// before to this one, in one transaction with its user_version.
enum class FileVersion : int {
  none = 0,  ///< an empty file
  first = 1,
  marks = 2,     ///< points of a scope's history, by which a server that went back in time is recognised
  levels = 3,    ///< scopes know the schema level at which they were read
  lean = 4,      ///< an edit writes two pages less: open mutations are counted in memory
  borrowed = 5,  ///< what of a held mutation was not typed here
  status = 6,    ///< scopes know what was verified and how far a pass is, also after a restart
  imports = 7,   ///< files of running imports, and where originals lie
  latest = imports,
};

/// Applies missing steps and adds tables and columns that the list of collections has and the file has not.
/// False: the file is newer than this build.
bool upgrade(Db& db);

/// Pragmas of the writer's connection.
void configure(Db& db, bool fullSync);

/// Leaves a note beside the file that its content contradicted itself: the next open rebuilds.
void markSuspect(const std::filesystem::path& file);
bool isSuspect(const std::filesystem::path& file);

/// Whether the file begins as a database does; an empty or missing one counts. To be asked before SQLite
/// opens it: closing a file that it can't read may remove the file's log.
bool hasHeader(const std::filesystem::path& file);

/// Whether the content holds together: the small tables always, all of it while that is quick.
bool passesCheck(Db& db);

}  // namespace foyer::store
