// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/uuid.hpp"

namespace foyer::server {

/// 64 lower-case hex digits.
bool isSha256(std::string_view text);

/// The bytes of blobs and unfinished uploads in one folder:
///   objects/ab/cd/abcd…   a blob; its name is its SHA-256, so it never changes
///   uploads/UUID          bytes of an upload that is not complete
/// Several processes may share the folder. Thread-safe; blocks.
class BlobFiles {
 public:
  /// Makes the folders.
  static Result<BlobFiles> open(const std::filesystem::path& dir);

  std::filesystem::path objectPath(std::string_view sha256) const;
  std::filesystem::path uploadPath(const Uuid& upload) const;
  std::optional<std::uint64_t> objectSize(std::string_view sha256) const;

  /// Gives a complete upload its name as a blob, durably: the file was synced by its writer; here the new
  /// name is. The upload's own name stays until `removeUpload`. Doing it twice changes nothing.
  Result<void> adopt(const Uuid& upload, std::string_view sha256) const;
  void removeUpload(const Uuid& upload) const;
  void removeObject(std::string_view sha256) const;

 private:
  explicit BlobFiles(std::filesystem::path dir) : m_dir(std::move(dir)) {}
  std::filesystem::path m_dir;
};

}  // namespace foyer::server
