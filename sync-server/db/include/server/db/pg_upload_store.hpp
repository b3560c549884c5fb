// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/db/pool.hpp"
#include "server/db/upload_store.hpp"

namespace foyer::server {

/// The UploadStore on PostgreSQL. The pool must outlive it.
class PgUploadStore final : public UploadStore {
 public:
  explicit PgUploadStore(Pool& pool) : m_pool(pool) {}

  std::optional<std::string> roleIn(const Uuid& scope, const Uuid& account) override;
  Result<void> add(const Upload& upload, std::int64_t maxOpen, std::uint64_t maxScopeBytes) override;
  std::optional<Upload> find(const Uuid& scope, const Uuid& id) override;
  void touch(const Uuid& scope, const Uuid& id, std::int64_t expiresMs) override;
  void finish(const Upload& upload, const std::string& sha256, std::int64_t nowMs,
              const std::function<void()>& adopt) override;
  void remove(const Uuid& scope, const Uuid& id) override;
  std::vector<Upload> expired(std::int64_t nowMs, std::int64_t limit) override;
  std::optional<std::uint64_t> sizeIn(const Uuid& scope, const std::string& sha256) override;
  std::vector<std::string> unusedBlobs(std::int64_t beforeMs, std::int64_t limit) override;
  bool dropBlob(const std::string& sha256, std::int64_t beforeMs,
                const std::function<void()>& remove) override;
  std::int64_t releaseUnreferred(const Uuid& scope, std::int64_t addedBeforeMs) override;
  std::vector<Uuid> scopesWithBlobs(std::int64_t addedBeforeMs, const Uuid& after,
                                    std::int64_t limit) override;

 private:
  /// False when the blob was cleaned away meanwhile.
  bool putIntoScope(const Upload& upload, const std::string& sha256, std::int64_t nowMs);
  Pool& m_pool;
};

}  // namespace foyer::server
