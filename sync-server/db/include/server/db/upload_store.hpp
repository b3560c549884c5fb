// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/uuid.hpp"

namespace foyer::server {

/// One upload, as the database knows it.
struct Upload {
  Uuid scope;
  Uuid id;
  Uuid account;
  std::uint64_t length = 0;
  std::string expected;  ///< announced SHA-256 in hex; may be empty
  std::string metadata;  ///< the header as it came
  std::string sha256;    ///< of the stored blob, in hex; empty while the upload is open
  std::int64_t expiresMs = 0;
};

/// What the database knows of uploads and blobs. Blocks; thread-safe. Surprises are exceptions.
class UploadStore {
 public:
  virtual ~UploadStore() = default;

  /// The role of an account (or kiosk) in a scope; none: not a member.
  virtual std::optional<std::string> roleIn(const Uuid& scope, const Uuid& account) = 0;
  /// `rateLimited` when the account has `maxOpen` open uploads already.
  virtual Result<void> add(const Upload& upload, std::int64_t maxOpen) = 0;
  virtual std::optional<Upload> find(const Uuid& scope, const Uuid& id) = 0;
  virtual void touch(const Uuid& scope, const Uuid& id, std::int64_t expiresMs) = 0;
  /// The bytes are durable under this name: puts the blob into the upload's scope, closes the upload and
  /// queues the job "blob" with the hash as its payload. Doing it twice changes nothing.
  virtual void finish(const Upload& upload, const std::string& sha256, std::int64_t nowMs) = 0;
  virtual void remove(const Uuid& scope, const Uuid& id) = 0;
  virtual std::vector<Upload> expired(std::int64_t nowMs, std::int64_t limit) = 0;
  /// The size of a blob that may be read in this scope.
  virtual std::optional<std::uint64_t> sizeIn(const Uuid& scope, const std::string& sha256) = 0;
};

}  // namespace foyer::server
