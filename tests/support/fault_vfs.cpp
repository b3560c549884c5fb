// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "fault_disk.hpp"

namespace foyer::test {
namespace {

/// What SQLite gets as a file: this, with SQLite's own file right behind it.
struct File {
  sqlite3_file base;
  FaultDisk* disk;
  std::string* path;
  std::vector<std::unique_ptr<std::uint64_t[]>>* shared;

  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_vfs* g_below = nullptr;
sqlite3_vfs g_vfs;
sqlite3_io_methods g_methods;

File& my(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return my(file).real(); }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

int refusal(FaultDisk::Answer answer, int dead) {
  return answer == FaultDisk::Answer::full ? SQLITE_FULL : dead;
}

std::int64_t sizeOf(sqlite3_file* file) {
  sqlite3_int64 size = 0;
  methods(file).xFileSize(real(file), &size);
  return size;
}

std::string contentAt(sqlite3_file* file, std::int64_t offset, std::int64_t amount, std::int64_t size) {
  const std::int64_t there = std::clamp<std::int64_t>(size - offset, 0, amount);
  std::string bytes(static_cast<std::size_t>(there), '\0');
  if (there > 0) methods(file).xRead(real(file), bytes.data(), static_cast<int>(there), offset);
  return bytes;
}

int closeFile(sqlite3_file* file) {
  const int rc = methods(file).xClose(real(file));
  delete my(file).path;
  delete my(file).shared;
  return rc;
}

int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
  return methods(file).xRead(real(file), to, amount, offset);
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
  const auto answer = my(file).disk->operation(true);
  if (answer != FaultDisk::Answer::go) return refusal(answer, SQLITE_IOERR_WRITE);
  const std::int64_t size = sizeOf(file);
  std::string before = contentAt(file, offset, amount, size);
  const int rc = methods(file).xWrite(real(file), from, amount, offset);
  if (rc == SQLITE_OK)
    my(file).disk->wrote(*my(file).path, offset, std::move(before),
                         std::string(static_cast<const char*>(from), static_cast<std::size_t>(amount)), size);
  return rc;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 to) {
  const auto answer = my(file).disk->operation(false);
  if (answer != FaultDisk::Answer::go) return refusal(answer, SQLITE_IOERR_TRUNCATE);
  const std::int64_t size = sizeOf(file);
  std::string before = contentAt(file, to, size - to, size);
  const int rc = methods(file).xTruncate(real(file), to);
  if (rc == SQLITE_OK) my(file).disk->wrote(*my(file).path, to, std::move(before), {}, size);
  return rc;
}

/// Nothing is written to a real disk: that the power goes is played by the FaultDisk.
int syncFile(sqlite3_file* file, int) {
  const auto answer = my(file).disk->operation(false);
  if (answer != FaultDisk::Answer::go) return refusal(answer, SQLITE_IOERR_FSYNC);
  my(file).disk->synced(*my(file).path);
  return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) { return methods(file).xFileSize(real(file), size); }
/// One connection has a file, so nobody has to be kept out, and what connections share is a piece of memory.
int lockFile(sqlite3_file*, int) { return SQLITE_OK; }
int unlockFile(sqlite3_file*, int) { return SQLITE_OK; }
int checkLock(sqlite3_file*, int* out) {
  *out = 0;
  return SQLITE_OK;
}
int control(sqlite3_file* file, int op, void* arg) { return methods(file).xFileControl(real(file), op, arg); }
int sectorSize(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }
int traits(sqlite3_file* file) { return methods(file).xDeviceCharacteristics(real(file)); }
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  auto& shared = *my(file).shared;
  const auto index = static_cast<std::size_t>(page);
  if (index >= shared.size() && extend == 0) {
    *out = nullptr;
    return SQLITE_OK;
  }
  while (shared.size() <= index)
    shared.push_back(
        std::make_unique<std::uint64_t[]>(static_cast<std::size_t>(size) / sizeof(std::uint64_t)));
  *out = shared[index].get();
  return SQLITE_OK;
}
int shmLock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void shmBarrier(sqlite3_file*) {}
int shmUnmap(sqlite3_file* file, int) {
  my(file).shared->clear();
  return SQLITE_OK;
}

/// Files of nobody's disk are SQLite's own, without a layer.
int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  FaultDisk* disk = FaultDisk::of(name);
  if (!disk) return g_below->xOpen(g_below, name, file, flags, outFlags);
  file->pMethods = nullptr;
  if (disk->dead()) return SQLITE_CANTOPEN;
  File& mine = my(file);
  const int rc = g_below->xOpen(g_below, name, mine.real(), flags, outFlags);
  if (rc != SQLITE_OK) return rc;
  mine.disk = disk;
  mine.path = new std::string(name);
  mine.shared = new std::vector<std::unique_ptr<std::uint64_t[]>>();
  file->pMethods = &g_methods;
  return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* name, int sync) {
  if (FaultDisk* disk = FaultDisk::of(name)) {
    if (disk->operation(false) == FaultDisk::Answer::dead) return SQLITE_IOERR_DELETE;
    disk->synced(name);
  }
  return g_below->xDelete(g_below, name, sync);
}

}  // namespace

void useSqliteInOneThread() {
  if (!g_below) sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
}

void installFaultVfs() {
  if (g_below) return;
  g_below = sqlite3_vfs_find(nullptr);
  if (!g_below) throw std::runtime_error("SQLite has no VFS");
  g_methods = {};
  g_methods.iVersion = 2;
  g_methods.xClose = closeFile;
  g_methods.xRead = readFile;
  g_methods.xWrite = writeFile;
  g_methods.xTruncate = truncateFile;
  g_methods.xSync = syncFile;
  g_methods.xFileSize = fileSize;
  g_methods.xLock = lockFile;
  g_methods.xUnlock = unlockFile;
  g_methods.xCheckReservedLock = checkLock;
  g_methods.xFileControl = control;
  g_methods.xSectorSize = sectorSize;
  g_methods.xDeviceCharacteristics = traits;
  g_methods.xShmMap = shmMap;
  g_methods.xShmLock = shmLock;
  g_methods.xShmBarrier = shmBarrier;
  g_methods.xShmUnmap = shmUnmap;
  g_vfs = *g_below;
  g_vfs.pNext = nullptr;
  g_vfs.zName = "foyer-fault";
  g_vfs.szOsFile = static_cast<int>(sizeof(File)) + g_below->szOsFile;
  g_vfs.xOpen = openFile;
  g_vfs.xDelete = removeFile;
  sqlite3_vfs_register(&g_vfs, 1);
}

}  // namespace foyer::test
