// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/backup/backup.hpp"

#include "manifest.hpp"
#include "server/blobs/blob_files.hpp"
#include "server/ledger/ledger.hpp"
#include "stream_file.hpp"

namespace foyer::server {
namespace fs = std::filesystem;
namespace {

void copyTables(DatabaseDump& dump, const fs::path& folder, Manifest& manifest) {
  fs::create_directory(folder / "tables");
  for (const DumpTable& table : dump.tables()) {
    Manifest::Table& entry = manifest.tables.emplace_back();
    entry.table = table;
    FileWriter out(tableFile(folder, table.name));
    entry.rows = dump.copy(table, [&](std::string_view piece) { out.write(piece); });
    entry.bytes = out.bytes();
    entry.sha256 = out.finish();
  }
}

/// A blob that an erasure took away after the snapshot is not missed.
std::optional<Error> copyBlobs(DatabaseDump& dump, const BlobFiles& files, const fs::path& folder,
                               Manifest& manifest) {
  for (const std::string& sha256 : dump.blobs()) {
    const fs::path from = files.objectPath(sha256);
    if (!fs::exists(from)) continue;
    const fs::path to = blobFile(folder, sha256);
    fs::create_directories(to.parent_path());
    if (copyFile(from, to) != sha256) {
      return Error{
          Code::damaged, {}, "The file " + from.string() + " is not what its name says: repair it first."};
    }
    manifest.blobs.push_back(sha256);
    manifest.blobBytes += static_cast<std::int64_t>(fs::file_size(to));
  }
  return std::nullopt;
}

Result<Manifest> fill(const DataPlaces& from, const fs::path& folder, std::int64_t nowMs) {
  Manifest manifest;
  manifest.madeMs = nowMs;
  // The ledger first: what it says later than the snapshot would be missed, what it says earlier does no
  // harm.
  auto ledger = Ledger::open(from.ledger);
  if (!ledger) return ledger.error();
  manifest.ledgerLast = (*ledger)->last();
  manifest.ledgerHash = (*ledger)->hashAt(manifest.ledgerLast).value();
  manifest.ledgerFile = copyFile(from.ledger, folder / "ledger");
  fs::create_directory(folder / "keys");
  manifest.masterKey = copyFile(from.masterKey, folder / "keys" / "master.key");
  auto files = BlobFiles::open(from.blobs);
  if (!files) return files.error();
  DatabaseDump dump(from.connection);
  manifest.migrations = dump.migrations();
  manifest.sequences = dump.sequences();
  copyTables(dump, folder, manifest);
  if (auto bad = copyBlobs(dump, *files, folder, manifest)) return *bad;
  return manifest;
}

}  // namespace

BackupSummary summaryOf(const Manifest& manifest) {
  BackupSummary out;
  for (const Manifest::Table& table : manifest.tables) {
    out.rows += table.rows;
    out.bytes += table.bytes;
  }
  out.blobs = static_cast<std::int64_t>(manifest.blobs.size());
  out.bytes += manifest.blobBytes;
  return out;
}

Result<BackupSummary> writeBackup(const DataPlaces& from, const fs::path& target, std::int64_t nowMs) {
  if (fs::exists(target)) {
    return Error{
        Code::alreadyExists, {}, target.string() + " is there already: a backup makes its own folder."};
  }
  const fs::path partial = target.string() + ".partial";
  try {
    fs::remove_all(partial);
    if (!target.parent_path().empty()) fs::create_directories(target.parent_path());
    fs::create_directory(partial);
    fs::permissions(partial, fs::perms::owner_all);
    auto manifest = fill(from, partial, nowMs);
    if (!manifest) {
      fs::remove_all(partial);
      return manifest.error();
    }
    manifest->save(partial);
    for (const char* part : {"tables", "keys", ""}) syncFolder(partial / part);
    fs::rename(partial, target);
    syncFolder(target.parent_path().empty() ? fs::path(".") : target.parent_path());
    return summaryOf(*manifest);
  } catch (const std::exception& e) {
    std::error_code ignored;
    fs::remove_all(partial, ignored);
    return Error{Code::internal, {}, std::string("No backup was made: ") + e.what()};
  }
}

}  // namespace foyer::server
