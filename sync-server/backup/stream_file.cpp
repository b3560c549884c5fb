// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "base/text.hpp"

namespace foyer::server {
namespace {

constexpr std::size_t kPiece = 1U << 20U;

[[noreturn]] void failed(const char* what, const std::string& name) {
  throw std::runtime_error(std::string("cannot ") + what + " " + name + ": " + std::strerror(errno));
}

}  // namespace

FileWriter::FileWriter(const std::filesystem::path& file)
    : m_fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)), m_name(file.string()) {
  if (m_fd < 0) failed("make", m_name);
}

FileWriter::~FileWriter() {
  if (m_fd >= 0) ::close(m_fd);
}

void FileWriter::flush() {
  std::string_view left = m_waiting;
  while (!left.empty()) {
    const ssize_t put = ::write(m_fd, left.data(), left.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) failed("write", m_name);
    left.remove_prefix(static_cast<std::size_t>(put));
  }
  m_waiting.clear();
}

void FileWriter::write(std::string_view piece) {
  m_sum.update(asBytes(piece));
  m_bytes += static_cast<std::int64_t>(piece.size());
  m_waiting += piece;
  if (m_waiting.size() >= kPiece) flush();
}

std::string FileWriter::finish() {
  flush();
  if (::fsync(m_fd) != 0) failed("write", m_name);
  return toHex(m_sum.finish());
}

FileReader::FileReader(const std::filesystem::path& file)
    : m_fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC)), m_name(file.string()), m_piece(kPiece) {
  if (m_fd < 0) failed("open", m_name);
}

FileReader::~FileReader() { ::close(m_fd); }

std::optional<std::string_view> FileReader::next() {
  for (;;) {
    const ssize_t got = ::read(m_fd, m_piece.data(), m_piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failed("read", m_name);
    if (got == 0) return std::nullopt;
    return std::string_view(m_piece.data(), static_cast<std::size_t>(got));
  }
}

void readFile(const std::filesystem::path& file, const std::function<void(std::string_view)>& take) {
  FileReader reader(file);
  while (const auto piece = reader.next()) take(*piece);
}

std::string readWhole(const std::filesystem::path& file) {
  std::string all;
  readFile(file, [&](std::string_view piece) { all += piece; });
  return all;
}

std::string checksumOf(const std::filesystem::path& file) {
  crypto::Sha256 sum;
  readFile(file, [&](std::string_view piece) { sum.update(asBytes(piece)); });
  return toHex(sum.finish());
}

std::string copyFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  FileWriter out(to);
  readFile(from, [&](std::string_view piece) { out.write(piece); });
  return out.finish();
}

void syncFolder(const std::filesystem::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace foyer::server
