// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// A whole database as streams, for backups. Blocks; a lost database throws std::runtime_error.
namespace foyer::server {

struct DumpTable {
  std::string name;
  std::vector<std::string> columns;
};

struct DumpSequence {
  std::string name;
  std::int64_t value = 0;  ///< the last one given out; 0 = none
};

/// Reads a database in one snapshot while others write to it. One thread.
class DatabaseDump {
 public:
  explicit DatabaseDump(const std::string& connection);
  ~DatabaseDump();
  DatabaseDump(const DatabaseDump&) = delete;
  DatabaseDump& operator=(const DatabaseDump&) = delete;

  /// All but the list of migrations, those that others refer to first.
  std::vector<DumpTable> tables();
  std::vector<DumpSequence> sequences();
  /// Numbers and checksums of the migrations it was made with.
  std::vector<std::pair<int, std::string>> migrations();
  /// Names of all stored blobs, ordered.
  std::vector<std::string> blobs();
  /// PostgreSQL's binary COPY format, piece by piece. Returns how many rows.
  std::int64_t copy(const DumpTable& table, const std::function<void(std::string_view piece)>& take);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// Fills an empty database in one transaction; nothing stays unless `commit` was called. One thread.
class DatabaseLoad {
 public:
  explicit DatabaseLoad(const std::string& connection);
  ~DatabaseLoad();
  DatabaseLoad(const DatabaseLoad&) = delete;
  DatabaseLoad& operator=(const DatabaseLoad&) = delete;

  /// `next` gives the next piece, none at the end.
  void copy(const DumpTable& table, const std::function<std::optional<std::string_view>()>& next);
  void setSequence(const DumpSequence& sequence, std::int64_t ahead);
  /// Law 11: a new epoch in every scope, numbering above all that were ever issued.
  void openEpochs(std::int64_t wallMs, std::int64_t firstVersion);
  void commit();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// Whether there is no table with rows in it (beside the list of migrations).
bool isEmptyDatabase(const std::string& connection);

}  // namespace foyer::server
