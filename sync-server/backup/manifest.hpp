// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "server/db/dump.hpp"

namespace foyer::server {

/// What a backup consists of.
struct Manifest {
  struct Table {
    DumpTable table;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::string sha256;
  };
  std::int64_t madeMs = 0;
  std::vector<std::pair<int, std::string>> migrations;  ///< number, checksum
  std::vector<Table> tables;                            ///< in the order to fill them
  std::vector<DumpSequence> sequences;
  std::vector<std::string> blobs;
  std::int64_t blobBytes = 0;
  std::string masterKey;        ///< SHA-256 of the file
  std::int64_t ledgerLast = 0;  ///< number and hash of its newest entry
  std::string ledgerHash;
  std::string ledgerFile;  ///< SHA-256 of the file

  /// Writes it with its checksum beside it.
  void save(const std::filesystem::path& folder) const;
  /// `notFound`: no backup there; `damaged`; `tooNew`.
  static Result<Manifest> load(const std::filesystem::path& folder);
};

std::filesystem::path tableFile(const std::filesystem::path& folder, const std::string& table);
std::filesystem::path blobFile(const std::filesystem::path& folder, const std::string& sha256);

}  // namespace foyer::server
