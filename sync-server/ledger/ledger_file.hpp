// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "server/ledger/ledger.hpp"

namespace foyer::server {

/// One line of the file, without its end.
struct LedgerLine {
  LedgerEntry entry;
  std::string hash;  ///< hex, over the hash before and the rest of the line
};

/// Hash before the first line.
std::string firstLedgerHash();
/// Writes an entry on top of `before`.
std::string encodeLedgerLine(const LedgerEntry& entry, const std::string& before, std::string& hash);
/// `damaged` when the line can't be read or does not follow from `before`.
Result<LedgerLine> decodeLedgerLine(const std::string& line, const std::string& before, std::int64_t number);

/// The open file with its lock.
class LedgerFile {
 public:
  /// Throws std::runtime_error when it can't be opened or made.
  explicit LedgerFile(const std::filesystem::path& file);
  ~LedgerFile();
  LedgerFile(const LedgerFile&) = delete;
  LedgerFile& operator=(const LedgerFile&) = delete;

  /// Keeps other processes out as long as it lives.
  class Lock {
   public:
    explicit Lock(const LedgerFile& file);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    int m_fd;
  };

  std::string readFrom(std::size_t offset) const;
  void append(const std::string& text);  ///< returns when it is on disk
  void cutAt(std::size_t size);

 private:
  int m_fd = -1;
};

}  // namespace foyer::server
