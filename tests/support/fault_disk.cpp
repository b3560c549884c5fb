// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "fault_vfs.hpp"

namespace foyer::test {
namespace {

std::vector<FaultDisk*>& disks() {
  static std::vector<FaultDisk*> all;
  return all;
}

class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : m_fd(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {}
  ~OpenFile() {
    if (m_fd >= 0) ::close(m_fd);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  explicit operator bool() const { return m_fd >= 0; }
  void put(std::int64_t offset, const std::string& bytes) {
    if (bytes.empty()) return;
    if (::pwrite(m_fd, bytes.data(), bytes.size(), offset) != static_cast<ssize_t>(bytes.size()))
      throw std::runtime_error("the test's own disk is full");
  }
  void resize(std::int64_t size) {
    if (::ftruncate(m_fd, size) != 0) throw std::runtime_error("the test's own disk refuses");
  }

 private:
  int m_fd;
};

}  // namespace

FaultDisk::FaultDisk(std::filesystem::path folder) : m_folder(folder.string() + "/") {
  installFaultVfs();
  disks().push_back(this);
}

FaultDisk::~FaultDisk() { std::erase(disks(), this); }

FaultDisk* FaultDisk::of(const char* path) {
  if (!path) return nullptr;
  const std::string_view name(path);
  for (FaultDisk* disk : disks())
    if (name.starts_with(disk->m_folder)) return disk;
  return nullptr;
}

FaultDisk::Answer FaultDisk::operation(bool grows) {
  if (m_deathIn > 0) --m_deathIn;
  if (m_deathIn == 0) return Answer::dead;
  return m_full && grows ? Answer::full : Answer::go;
}

void FaultDisk::wrote(const std::string& path, std::int64_t offset, std::string before, std::string now,
                      std::int64_t sizeBefore) {
  const bool truncates = now.empty();
  m_unsynced[path].push_back({offset, std::move(before), std::move(now), sizeBefore, truncates});
}

void FaultDisk::powerBack(const std::function<bool()>& keep) {
  for (auto& [path, writes] : m_unsynced) {
    OpenFile file(path);
    if (!file) continue;  // removed meanwhile
    for (auto it = writes.rbegin(); it != writes.rend(); ++it) {
      file.put(it->offset, it->before);
      file.resize(it->sizeBefore);
    }
    for (const Write& write : writes) {
      if (!keep()) continue;
      if (write.truncates) {
        file.resize(write.offset);
      } else {
        file.put(write.offset, write.now);
      }
    }
  }
  m_unsynced.clear();
  m_deathIn = -1;
}

}  // namespace foyer::test
