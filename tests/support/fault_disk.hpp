// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace foyer::test {

/// The disk below one folder, as SQLite sees it: can be full, can refuse, and forgets what was not synced
/// when the power goes. Works through a VFS that becomes the process's default; files of other folders are
/// not touched. One thread, and one connection to a file at a time: locks are not played.
class FaultDisk {
 public:
  explicit FaultDisk(std::filesystem::path folder);
  ~FaultDisk();
  FaultDisk(const FaultDisk&) = delete;
  FaultDisk& operator=(const FaultDisk&) = delete;

  /// Writes are refused from now on, or not any more.
  void setFull(bool full) { m_full = full; }
  bool full() const { return m_full; }
  /// The power goes at the n-th write, sync or removal from now: that one and all later ones fail. 0: now.
  void dieAfter(std::int64_t operations) { m_deathIn = operations; }
  /// A death that was planned and has not come is called off.
  void calmDown() { m_deathIn = -1; }
  bool dead() const { return m_deathIn == 0; }
  /// To be called when nobody has the files open: of what was not synced each write stays or goes, as `keep`
  /// says. The disk works again afterwards.
  void powerBack(const std::function<bool()>& keep);

  // ---- for the VFS
  enum class Answer { go, full, dead };
  Answer operation(bool grows);
  void wrote(const std::string& path, std::int64_t offset, std::string before, std::string now,
             std::int64_t sizeBefore);
  void synced(const std::string& path) { m_unsynced.erase(path); }
  static FaultDisk* of(const char* path);

 private:
  struct Write {
    std::int64_t offset = 0;
    std::string before;  ///< what was there, as far as the file went
    std::string now;
    std::int64_t sizeBefore = 0;
    bool truncates = false;
  };

  std::string m_folder;
  bool m_full = false;
  std::int64_t m_deathIn = -1;
  std::map<std::string, std::vector<Write>> m_unsynced;
};

}  // namespace foyer::test
