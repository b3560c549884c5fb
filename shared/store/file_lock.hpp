// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace foyer::store {

/// An exclusive advisory lock on a file of its own, held as long as the object lives. Also keeps out a second
/// writer in the same process.
class FileLock {
 public:
  /// Nothing when somebody else holds it.
  static std::optional<FileLock> take(const std::filesystem::path& file);
  FileLock(FileLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
  }
  ~FileLock();

 private:
  explicit FileLock(int fd) : m_fd(fd) {}
  int m_fd = -1;
};

}  // namespace foyer::store
