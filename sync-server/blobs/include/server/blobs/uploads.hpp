// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "server/blobs/blob_files.hpp"
#include "server/db/upload_store.hpp"

namespace foyer::server {

struct UploadLimits {
  std::uint64_t maxSize = 20ULL << 30;
  std::chrono::milliseconds expireAfter{std::chrono::hours(7 * 24)};
  std::int64_t maxOpen = 200;  ///< per account
  std::uint64_t maxScopeBytes =
      0;  ///< of one scope, unfinished uploads included; 0: as many as there is room for
};

/// What a client asked to be proved of one piece.
struct Checksum {
  std::string algorithm;  ///< "sha1" or "sha256"
  std::string digest;     ///< raw bytes
};

/// The bytes are not what was announced. A piece's bytes are forgotten; a whole file's upload is ended.
struct ChecksumMismatch {};

struct UploadInfo {
  Upload upload;
  std::uint64_t offset = 0;  ///< durable bytes
};

/// Takes the bytes of one piece, in order. Not thread-safe; used by one request.
class UploadWriter {
 public:
  virtual ~UploadWriter() = default;
  /// Throws Error: `conflict` when another request took the upload over, `tooLarge` beyond the announced
  /// length.
  virtual void write(std::string_view bytes) = 0;
  /// Makes the bytes durable and, if they were the last ones, the blob too. Throws ChecksumMismatch.
  virtual UploadInfo finish() = 0;
  /// The client was cut off: what came counts, unless it was to be proved by a checksum.
  virtual void abort() noexcept = 0;
};

/// Resumable uploads (tus 1.0) without HTTP. Failures are thrown as foyer::Error: `notFound` for what does
/// not exist or belongs to others, `gone` when expired. Thread-safe; blocks. Several processes may share
/// store and folder, as long as one upload's requests come to one of them at a time.
class Uploads {
 public:
  Uploads(const BlobFiles& files, UploadStore& store, const Clock& clock, UploadLimits limits);
  ~Uploads();

  const UploadLimits& limits() const { return m_limits; }
  /// `forbidden` when the account may not write in the scope.
  UploadInfo create(const Uuid& account, const Uuid& scope, std::uint64_t length, const std::string& expected,
                    const std::string& metadata);
  /// How many bytes are safe. From here on a writer that was cut off, but has not noticed yet, writes no
  /// more.
  UploadInfo look(const Uuid& account, const Uuid& scope, const Uuid& id);
  /// `conflict` when `offset` is not where the upload stands; `tooLarge` when `bytes` go beyond its length.
  std::unique_ptr<UploadWriter> append(const Uuid& account, const Uuid& scope, const Uuid& id,
                                       std::uint64_t offset, std::optional<std::uint64_t> bytes,
                                       std::optional<Checksum> checksum);
  void end(const Uuid& account, const Uuid& scope, const Uuid& id);
  /// Removes what has expired; returns how many.
  int removeExpired();

  /// A blob that the account may read in this scope.
  struct Readable {
    std::filesystem::path file;
    std::uint64_t size = 0;
  };
  Readable read(const Uuid& account, const Uuid& scope, const std::string& sha256);

 private:
  struct Active;
  class Writer;
  Upload findOwn(const Uuid& account, const Uuid& scope, const Uuid& id);
  std::shared_ptr<Active> activate(const Uuid& id);
  void forget(const Uuid& id);
  std::uint64_t bytesOf(const Upload& upload) const;
  void complete(Upload& upload, Active& active);

  const BlobFiles& m_files;
  UploadStore& m_store;
  const Clock& m_clock;
  const UploadLimits m_limits;
  std::mutex m_mutex;
  std::map<Uuid, std::shared_ptr<Active>> m_active;
};

}  // namespace foyer::server
