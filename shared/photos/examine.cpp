// SPDX-License-Identifier: GPL-3.0-or-later
#include "photos/examine.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <span>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::photos {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const char* path) : m_fd(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Descriptor() {
    if (m_fd >= 0) ::close(m_fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return m_fd; }

 private:
  int m_fd;
};

std::int64_t modifiedNs(const struct stat& s) {
  return std::int64_t{s.st_mtim.tv_sec} * 1'000'000'000 + s.st_mtim.tv_nsec;
}

Error cantOpen(int reason) {
  if (reason == ENOENT || reason == ENOTDIR) return {Code::notFound, {}, "The file is not there any more."};
  if (reason == EACCES || reason == EPERM) return {Code::forbidden, {}, "This file may not be read."};
  return {Code::damaged, {}, "The file can't be read."};
}

struct Content {
  Bytes bytes;
  std::int64_t modifiedNs = 0;
};

/// The whole file as it was at one moment; a file that somebody is still writing is refused.
Result<Content> readWhole(const std::filesystem::path& path) {
  const Descriptor file(path.c_str());
  if (file.get() < 0) return cantOpen(errno);
  struct stat before {};
  if (::fstat(file.get(), &before) != 0 || !S_ISREG(before.st_mode))
    return {Code::unsupported, "This is no file."};
  const auto size = static_cast<std::uint64_t>(before.st_size);
  if (size == 0) return {Code::damaged, "The file is empty."};
  if (size > kMostFileBytes) return {Code::tooLarge, "The file is larger than 256 MB."};
  Content out;
  out.bytes.resize(size);
  for (std::size_t at = 0; at < size;) {
    const ssize_t got = ::read(file.get(), out.bytes.data() + at, size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {Code::damaged, "The file can't be read to its end."};
    if (got == 0) return {Code::damaged, "The file got shorter while it was read."};
    at += static_cast<std::size_t>(got);
  }
  struct stat after {};
  if (::fstat(file.get(), &after) != 0 || after.st_size != before.st_size ||
      modifiedNs(after) != modifiedNs(before)) {
    return {Code::damaged, "The file changed while it was read."};
  }
  out.modifiedNs = modifiedNs(before);
  return out;
}

/// Few pictures need several hundred megabytes to be decoded; such are decoded one at a time.
constexpr std::uint64_t kManyPixels = 60'000'000;
constexpr std::uint64_t kManyBytes = 48ULL << 20;

}  // namespace

std::string cameraName(const media::Exif& exif) {
  const std::string& make = exif.cameraMake;
  const std::string& model = exif.cameraModel;
  const std::string first = make.substr(0, make.find(' '));
  if (make.empty() || model.starts_with(first)) return model;
  return model.empty() ? make : make + ' ' + model;
}

Result<Examined> examine(const std::filesystem::path& path) {
  static std::mutex large;
  std::error_code ignored;
  std::unique_lock alone(large, std::defer_lock);
  if (std::filesystem::file_size(path, ignored) > kManyBytes && !ignored) alone.lock();
  const Result<Content> content = readWhole(path);
  if (!content) return content.error();
  const std::span<const std::uint8_t> file(content->bytes);
  Examined out;
  out.kind = media::kindOf(file.first(std::min(file.size(), media::kHeadBytes)), path.filename().string());
  if (out.kind == media::Kind::other || out.kind == media::Kind::sidecar)
    return {Code::unsupported, "This is not a picture of a kind that is known here."};
  out.bytes = file.size();
  out.modifiedNs = content->modifiedNs;
  out.sha256 = toHex(crypto::sha256(file));
  if (auto exif = media::readExif(file)) out.exif = std::move(*exif);
  if (!alone && std::uint64_t{out.exif.width} * out.exif.height > kManyPixels) alone.lock();
  out.preview = media::makePreview(out.kind, file, out.exif.orientation);
  return out;
}

}  // namespace foyer::photos
