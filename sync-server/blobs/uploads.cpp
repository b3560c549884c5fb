// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/uploads.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "piece_digest.hpp"

namespace foyer::server {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds kPatience{500};

Error notThere() { return {Code::notFound, {}, "there is no such upload"}; }
Error takenOver() { return {Code::conflict, {}, "another request has taken this upload over"}; }

[[noreturn]] void failWrite() {
  if (errno == ENOSPC || errno == EDQUOT)
    throw Error{Code::busy, {}, "the server has no room for files at the moment"};
  throw std::runtime_error(std::string("cannot write an upload: ") + std::strerror(errno));
}

bool mayWrite(const std::optional<std::string>& role) { return role && *role != "reader"; }

}  // namespace

/// An upload that this process has bytes of: who writes, and the running hash. Its mutex orders the requests.
struct Uploads::Active {
  std::mutex mutex;
  std::condition_variable idle;
  std::uint64_t writer = 0;  ///< raised by every request that takes the upload over
  bool writing = false;      ///< that writer is not done yet
  crypto::Sha256 hash;
  std::uint64_t hashed = 0;
  bool ended = false;

  void restartHash() { hash = crypto::Sha256(), hashed = 0; }

  // Catches up with bytes that came before this process, or before a piece was forgotten.
  void hashUpTo(const fs::path& file, std::uint64_t end) {
    if (hashed > end) restartHash();
    if (hashed == end) return;
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    std::string piece(1 << 20, '\0');
    while (fd >= 0 && hashed < end) {
      const auto wanted = std::min<std::uint64_t>(piece.size(), end - hashed);
      const ssize_t got = ::pread(fd, piece.data(), wanted, static_cast<off_t>(hashed));
      if (got <= 0) break;
      hash.update(asBytes(std::string_view(piece.data(), static_cast<std::size_t>(got))));
      hashed += static_cast<std::uint64_t>(got);
    }
    if (fd >= 0) ::close(fd);
    if (hashed != end) throw std::runtime_error("the bytes of an upload can't be read");
  }
};

class Uploads::Writer final : public UploadWriter {
 public:
  Writer(Uploads& uploads, Upload upload, std::shared_ptr<Active> active, std::uint64_t number, int fd,
         std::uint64_t offset, std::optional<Checksum> checksum)
      : m_uploads(uploads),
        m_upload(std::move(upload)),
        m_active(std::move(active)),
        m_number(number),
        m_fd(fd),
        m_start(offset),
        m_offset(offset),
        m_checksum(std::move(checksum)),
        m_digest(m_checksum ? PieceDigest::make(m_checksum->algorithm) : nullptr) {}
  ~Writer() override {
    const std::lock_guard lock(m_active->mutex);
    if (m_active->writer == m_number) {
      m_active->writing = false;
      m_active->idle.notify_all();
    }
    ::close(m_fd);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void write(std::string_view bytes) override {
    const std::lock_guard lock(m_active->mutex);
    if (m_active->writer != m_number) throw takenOver();
    if (bytes.size() > m_upload.length - m_offset)
      throw Error{Code::tooLarge, {}, "more bytes than announced"};
    if (m_digest) m_digest->update(bytes);
    const std::string_view all = bytes;
    const bool follows = m_active->hashed == m_offset;
    while (!bytes.empty()) {
      const ssize_t put = ::pwrite(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(m_offset));
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) failWrite();
      m_offset += static_cast<std::uint64_t>(put);
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    if (follows) m_active->hash.update(asBytes(all)), m_active->hashed = m_offset;
  }

  UploadInfo finish() override {
    const std::lock_guard lock(m_active->mutex);
    if (m_active->writer != m_number) throw takenOver();
    if (m_digest && m_digest->finish() != m_checksum->digest) {
      forgetPiece();
      throw ChecksumMismatch{};
    }
    if (::fdatasync(m_fd) != 0) failWrite();
    m_upload.expiresMs = m_uploads.m_clock.wallMs() + m_uploads.m_limits.expireAfter.count();
    if (m_offset == m_upload.length) {
      m_uploads.complete(m_upload, *m_active);
    } else {
      m_uploads.m_store.touch(m_upload.scope, m_upload.id, m_upload.expiresMs);
    }
    return {m_upload, m_offset};
  }

  void abort() noexcept override {
    const std::lock_guard lock(m_active->mutex);
    if (m_active->writer != m_number) return;
    if (m_digest) return forgetPiece();
    ::fdatasync(m_fd);
  }

 private:
  void forgetPiece() noexcept {
    m_active->restartHash();
    if (::ftruncate(m_fd, static_cast<off_t>(m_start)) == 0) ::fdatasync(m_fd);
  }

  Uploads& m_uploads;
  Upload m_upload;
  const std::shared_ptr<Active> m_active;
  const std::uint64_t m_number;
  const int m_fd;
  const std::uint64_t m_start;
  std::uint64_t m_offset;
  const std::optional<Checksum> m_checksum;
  const std::unique_ptr<PieceDigest> m_digest;
};

Uploads::Uploads(const BlobFiles& files, UploadStore& store, const Clock& clock, UploadLimits limits)
    : m_files(files), m_store(store), m_clock(clock), m_limits(limits) {}
Uploads::~Uploads() = default;

UploadInfo Uploads::create(const Uuid& account, const Uuid& scope, std::uint64_t length,
                           const std::string& expected, const std::string& metadata) {
  if (length > m_limits.maxSize) throw Error{Code::tooLarge, "Upload-Length", "the file is too large"};
  if (!mayWrite(m_store.roleIn(scope, account)))
    throw Error{Code::forbidden, "scope", "this account may not store files there"};
  Upload upload;
  upload.scope = scope;
  upload.id = Uuid::v7(m_clock.wallMs());
  upload.account = account;
  upload.length = length;
  upload.expected = expected;
  upload.metadata = metadata;
  upload.expiresMs = m_clock.wallMs() + m_limits.expireAfter.count();
  const int fd = ::open(m_files.uploadPath(upload.id).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) failWrite();
  ::close(fd);
  if (auto added = m_store.add(upload, m_limits.maxOpen, m_limits.maxScopeBytes); !added) {
    m_files.removeUpload(upload.id);
    throw Error(added.error());
  }
  return length == 0 ? look(account, scope, upload.id) : UploadInfo{upload, 0};
}

UploadInfo Uploads::look(const Uuid& account, const Uuid& scope, const Uuid& id) {
  Upload upload = findOwn(account, scope, id);
  if (!upload.sha256.empty()) return {upload, upload.length};
  const auto active = activate(id);
  std::unique_lock lock(active->mutex);
  // A writer that was cut off first gets to write what came before the cut; one that hangs is not waited for.
  active->idle.wait_for(lock, kPatience, [&] { return !active->writing; });
  if (active->ended) return {findOwn(account, scope, id), upload.length};
  ++active->writer;
  active->writing = false;
  const fs::path file = m_files.uploadPath(id);
  const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) throw Error{Code::gone, {}, "the bytes of this upload are gone"};
  ::fdatasync(fd);  // a writer that was cut off may not have come to it
  ::close(fd);
  const std::uint64_t offset = bytesOf(upload);
  if (offset == upload.length) complete(upload, *active);
  return {upload, offset};
}

std::unique_ptr<UploadWriter> Uploads::append(const Uuid& account, const Uuid& scope, const Uuid& id,
                                              std::uint64_t offset, std::optional<std::uint64_t> bytes,
                                              std::optional<Checksum> checksum) {
  const Upload upload = findOwn(account, scope, id);
  if (!upload.sha256.empty()) throw Error{Code::conflict, "Upload-Offset", "this upload is complete"};
  const auto active = activate(id);
  const std::lock_guard lock(active->mutex);
  const std::uint64_t here = bytesOf(upload);
  if (active->hashed > here) active->restartHash();
  if (offset != here)
    throw Error{Code::conflict, "Upload-Offset", "the upload stands at " + std::to_string(here) + " bytes"};
  if (bytes.value_or(0) > upload.length - here) throw Error{Code::tooLarge, {}, "more bytes than announced"};
  const int fd = ::open(m_files.uploadPath(id).c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) throw Error{Code::gone, {}, "the bytes of this upload are gone"};
  active->writing = true;
  return std::make_unique<Writer>(*this, upload, active, ++active->writer, fd, here, std::move(checksum));
}

void Uploads::end(const Uuid& account, const Uuid& scope, const Uuid& id) {
  findOwn(account, scope, id);
  const auto active = activate(id);
  const std::lock_guard lock(active->mutex);
  ++active->writer;
  m_store.remove(scope, id);
  m_files.removeUpload(id);
  forget(id);
}

int Uploads::removeExpired() {
  const auto old = m_store.expired(m_clock.wallMs(), 1000);
  for (const Upload& upload : old) {
    const auto active = activate(upload.id);
    const std::lock_guard lock(active->mutex);
    ++active->writer;
    m_store.remove(upload.scope, upload.id);
    m_files.removeUpload(upload.id);
    forget(upload.id);
  }
  return static_cast<int>(old.size());
}

Uploads::Readable Uploads::read(const Uuid& account, const Uuid& scope, const std::string& sha256) {
  const Error missing{Code::notFound, {}, "there is no such file here"};
  if (!isSha256(sha256) || !m_store.roleIn(scope, account)) throw Error(missing);
  const auto size = m_store.sizeIn(scope, sha256);
  if (!size) throw Error(missing);
  return {m_files.objectPath(sha256), *size};
}

Upload Uploads::findOwn(const Uuid& account, const Uuid& scope, const Uuid& id) {
  auto upload = m_store.find(scope, id);
  if (!upload || upload->account != account) throw notThere();
  if (upload->expiresMs <= m_clock.wallMs()) throw Error{Code::gone, {}, "this upload has expired"};
  if (!mayWrite(m_store.roleIn(scope, account))) throw notThere();
  return *std::move(upload);
}

std::shared_ptr<Uploads::Active> Uploads::activate(const Uuid& id) {
  const std::lock_guard lock(m_mutex);
  auto& slot = m_active[id];
  if (!slot) slot = std::make_shared<Active>();
  return slot;
}

void Uploads::forget(const Uuid& id) {
  const std::lock_guard lock(m_mutex);
  m_active.erase(id);
}

std::uint64_t Uploads::bytesOf(const Upload& upload) const {
  std::error_code error;
  const auto size = fs::file_size(m_files.uploadPath(upload.id), error);
  return error ? 0 : size;
}

// The file is whole and synced. Killed anywhere in between, the next look at the upload does it again.
void Uploads::complete(Upload& upload, Active& active) {
  active.hashUpTo(m_files.uploadPath(upload.id), upload.length);
  crypto::Sha256 hash = active.hash;
  const auto digest = hash.finish();
  const std::string sha256 = toHex(digest);
  if (!upload.expected.empty() && upload.expected != sha256) {
    m_store.remove(upload.scope, upload.id);
    m_files.removeUpload(upload.id);
    forget(upload.id);
    throw ChecksumMismatch{};
  }
  m_store.finish(upload, sha256, m_clock.wallMs(), [&] {
    if (auto adopted = m_files.adopt(upload.id, sha256); !adopted)
      throw std::runtime_error(adopted.error().message);
  });
  upload.sha256 = sha256;
  active.ended = true;
  m_files.removeUpload(upload.id);
  forget(upload.id);
}

}  // namespace foyer::server
