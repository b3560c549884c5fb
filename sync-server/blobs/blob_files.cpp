// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blob_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace foyer::server {
namespace fs = std::filesystem;
namespace {

bool syncFolder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool good = ::fsync(fd) == 0;
  ::close(fd);
  return good;
}

Error failed(const char* what, const fs::path& where) {
  return {
      Code::internal, {}, std::string("cannot ") + what + " " + where.string() + ": " + std::strerror(errno)};
}

Result<void> makeFolder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    if (!syncFolder(folder.parent_path())) return failed("sync", folder.parent_path());
    return {};
  }
  if (errno != EEXIST) return failed("make", folder);
  return {};
}

}  // namespace

bool isSha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<BlobFiles> BlobFiles::open(const fs::path& dir) {
  std::error_code error;
  fs::create_directories(dir.parent_path(), error);
  for (const fs::path& folder : {dir, dir / "objects", dir / "uploads"})
    if (auto made = makeFolder(folder); !made) return made.error();
  return BlobFiles(dir);
}

fs::path BlobFiles::objectPath(std::string_view sha256) const {
  if (!isSha256(sha256)) throw std::invalid_argument("not a SHA-256");
  return m_dir / "objects" / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

fs::path BlobFiles::uploadPath(const Uuid& upload) const { return m_dir / "uploads" / upload.str(); }

std::optional<std::uint64_t> BlobFiles::objectSize(std::string_view sha256) const {
  std::error_code error;
  const auto size = fs::file_size(objectPath(sha256), error);
  if (error) return std::nullopt;
  return size;
}

Result<void> BlobFiles::adopt(const Uuid& upload, std::string_view sha256) const {
  const fs::path target = objectPath(sha256);
  if (auto made = makeFolder(target.parent_path().parent_path()); !made) return made;
  if (auto made = makeFolder(target.parent_path()); !made) return made;
  if (::link(uploadPath(upload).c_str(), target.c_str()) != 0 && errno != EEXIST)
    return failed("name", target);
  if (!syncFolder(target.parent_path())) return failed("sync", target.parent_path());
  return {};
}

void BlobFiles::removeUpload(const Uuid& upload) const { ::unlink(uploadPath(upload).c_str()); }

void BlobFiles::removeObject(std::string_view sha256) const { ::unlink(objectPath(sha256).c_str()); }

}  // namespace foyer::server
