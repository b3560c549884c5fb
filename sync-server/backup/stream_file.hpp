// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/digest.hpp"

namespace foyer::server {

/// A new file, written piece by piece, with its checksum. Throws std::runtime_error when the disk refuses.
class FileWriter {
 public:
  explicit FileWriter(const std::filesystem::path& file);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  void write(std::string_view piece);
  /// Everything is on disk. Returns the SHA-256 in hex.
  std::string finish();
  std::int64_t bytes() const { return m_bytes; }

 private:
  void flush();
  int m_fd;
  std::string m_name;
  std::string m_waiting;
  crypto::Sha256 m_sum;
  std::int64_t m_bytes = 0;
};

/// Reads a file, one piece after the other. Throws std::runtime_error when that fails.
class FileReader {
 public:
  explicit FileReader(const std::filesystem::path& file);
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;
  std::optional<std::string_view> next();

 private:
  int m_fd;
  std::string m_name;
  std::vector<char> m_piece;
};

/// Reads a file piece by piece. Throws std::runtime_error when that fails.
void readFile(const std::filesystem::path& file, const std::function<void(std::string_view piece)>& take);
std::string readWhole(const std::filesystem::path& file);
std::string checksumOf(const std::filesystem::path& file);
/// Copies durably and returns the SHA-256 of what was copied.
std::string copyFile(const std::filesystem::path& from, const std::filesystem::path& to);
void syncFolder(const std::filesystem::path& folder);

}  // namespace foyer::server
