// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
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
  /// `rateLimited` when the account has `maxOpen` open uploads already; `quotaExceeded` when the scope's
  /// files and open uploads would take more than `maxScopeBytes` (0: no limit).
  virtual Result<void> add(const Upload& upload, std::int64_t maxOpen, std::uint64_t maxScopeBytes) = 0;
  virtual std::optional<Upload> find(const Uuid& scope, const Uuid& id) = 0;
  virtual void touch(const Uuid& scope, const Uuid& id, std::int64_t expiresMs) = 0;
  /// Has the bytes named by `adopt`, under the lock that dropBlob takes too; then puts the blob into the
  /// upload's scope, closes the upload and queues the job "blob" with the hash as its payload. Doing it twice
  /// changes nothing.
  virtual void finish(const Upload& upload, const std::string& sha256, std::int64_t nowMs,
                      const std::function<void()>& adopt) = 0;
  virtual void remove(const Uuid& scope, const Uuid& id) = 0;
  virtual std::vector<Upload> expired(std::int64_t nowMs, std::int64_t limit) = 0;
  /// The size of a blob that may be read in this scope.
  virtual std::optional<std::uint64_t> sizeIn(const Uuid& scope, const std::string& sha256) = 0;

  /// Blobs that no scope has, stored before `beforeMs`.
  virtual std::vector<std::string> unusedBlobs(std::int64_t beforeMs, std::int64_t limit) = 0;
  /// Forgets a blob that no scope has and that was stored before `beforeMs`; looks again under the lock, and
  /// calls `remove` for the bytes. False when it is in use again.
  virtual bool dropBlob(const std::string& sha256, std::int64_t beforeMs,
                        const std::function<void()>& remove) = 0;
  /// Takes blobs out of a scope that were put there before `addedBeforeMs` and that no record with content
  /// refers to, under the scope's lock. Returns how many.
  virtual std::int64_t releaseUnreferred(const Uuid& scope, std::int64_t addedBeforeMs) = 0;
  virtual std::vector<Uuid> scopesWithBlobs(std::int64_t addedBeforeMs, const Uuid& after,
                                            std::int64_t limit) = 0;
};

}  // namespace foyer::server
