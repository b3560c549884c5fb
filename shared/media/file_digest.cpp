// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/file_digest.hpp"

#include <cstdio>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace foyer::media {

Result<FileDigest> digestOfFile(const std::filesystem::path& path) {
  struct Close {
    void operator()(std::FILE* f) const { std::fclose(f); }
  };
  std::error_code failure;
  if (!std::filesystem::is_regular_file(path, failure)) return {Code::notFound, "There is no such file."};
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return {Code::notFound, "The file can't be opened."};
  crypto::Sha256 sha;
  FileDigest out;
  std::vector<std::uint8_t> buffer(256 * 1024);
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    sha.update({buffer.data(), got});
    out.bytes += got;
  }
  if (std::ferror(file.get()) != 0) return {Code::damaged, "The file can't be read to its end."};
  out.sha256 = toHex(sha.finish());
  return out;
}

}  // namespace foyer::media
