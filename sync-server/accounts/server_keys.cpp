// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/server_keys.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "crypto/digest.hpp"
#include "crypto/random.hpp"

namespace foyer::server {
namespace {

crypto::Secret<32> derive(const crypto::Secret<32>& master, std::string_view purpose) {
  const auto digest = crypto::digest256(master.bytes(), purpose);
  return crypto::Secret<32>(std::span<const std::uint8_t, 32>(digest));
}

/// One descriptor, closed when it goes away.
struct File {
  int fd;
  ~File() {
    if (fd >= 0) ::close(fd);
  }
};

Result<std::string> readAll(int fd) {
  std::string out;
  char part[256];
  for (;;) {
    const ssize_t got = ::read(fd, part, sizeof part);
    if (got < 0) return {Code::damaged, std::string("The master key can't be read: ") + std::strerror(errno)};
    if (got == 0 || out.size() > 1000) return out;
    out.append(part, static_cast<std::size_t>(got));
  }
}

Result<void> writeNew(const std::filesystem::path& file, const std::string& text) {
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  const File out{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
  if (out.fd < 0 && errno == EEXIST) return {};
  const bool written = out.fd >= 0 &&
                       ::write(out.fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                       ::fsync(out.fd) == 0;
  if (!written) return {Code::internal, "The master key can't be written to " + file.string() + "."};
  return {};
}

}  // namespace

Result<ServerKeys> ServerKeys::load(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) {
    const auto made = writeNew(file, toBase64(crypto::randomBytes(32)) + "\n");
    if (!made) return made.error();
  }
  const File in{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat info {};
  if (in.fd < 0 || ::fstat(in.fd, &info) != 0) {
    return {Code::damaged, "The master key " + file.string() + " can't be opened."};
  }
  if ((info.st_mode & 077) != 0) {
    return {Code::forbidden, "Others may read the master key " + file.string() + ": chmod 600 it first."};
  }
  auto text = readAll(in.fd);
  if (!text) return text.error();
  while (text->ends_with('\n')) text->pop_back();
  const auto raw = fromBase64(*text);
  if (!raw || raw->size() != 32) {
    return {Code::damaged, "The master key " + file.string() + " is no 32 bytes in base64."};
  }
  return ServerKeys(crypto::Secret<32>(std::span<const std::uint8_t, 32>(raw->data(), 32)));
}

ServerKeys::ServerKeys(const crypto::Secret<32>& master)
    : m_token(crypto::keyPairFromSeed(derive(master, "foyer-token-key"))),
      m_seal{1, derive(master, "foyer-seal-key")},
      m_refresh(derive(master, "foyer-refresh")) {}

std::string ServerKeys::successorOf(const std::string& token, const std::string& session) const {
  crypto::Hasher hasher("foyer-successor", 32);
  hasher.update(m_refresh.bytes()).updatePart(asBytes(session)).updatePart(asBytes(token));
  return toBase64Url(hasher.finish256());
}

}  // namespace foyer::server
