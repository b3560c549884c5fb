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
  Result<void> add(const Upload& upload, std::int64_t maxOpen) override;
  std::optional<Upload> find(const Uuid& scope, const Uuid& id) override;
  void touch(const Uuid& scope, const Uuid& id, std::int64_t expiresMs) override;
  void finish(const Upload& upload, const std::string& sha256, std::int64_t nowMs) override;
  void remove(const Uuid& scope, const Uuid& id) override;
  std::vector<Upload> expired(std::int64_t nowMs, std::int64_t limit) override;
  std::optional<std::uint64_t> sizeIn(const Uuid& scope, const std::string& sha256) override;

 private:
  Pool& m_pool;
};

}  // namespace foyer::server
