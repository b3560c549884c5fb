// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/uuid.hpp"

namespace foyer::bench {

/// What the parts below sync can do by themselves, measured in the same run as the figures that are held
/// against them. They reach the database of a server that runs, in its data folder.
class SyncLimits {
 public:
  /// `serverDir`: the data folder of a running server; `scratch`: a folder for files of its own.
  SyncLimits(const std::filesystem::path& serverDir, std::filesystem::path scratch);

  /// Photos of one scope out of PostgreSQL by binary COPY into the tables and indexes of a device, one
  /// commit; rows per second, median of `runs`.
  double copyIntoSqlite(const Uuid& scope, int runs) const;
  /// 5,000 rows changed in one session: COPY into a temporary table, one UPDATE of a table like the photos of
  /// the scope with their indexes, one INSERT of outcomes, one commit; rows per second, median.
  double batch(const Uuid& scope) const;
  /// Commits of one changed row, one after the other, per second.
  double commits() const;
  /// A row committed in PostgreSQL with a NOTIFY until a listener has committed it in SQLite; median in ms.
  double notifyInsert() const;
  /// One frame of a change written to `count` loopback connections until the last of them has it; median in
  /// ms.
  static double bareSockets(int count);

 private:
  std::string m_connection;
  std::filesystem::path m_scratch;
};

}  // namespace foyer::bench
