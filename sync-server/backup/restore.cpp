// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "manifest.hpp"
#include "server/backup/backup.hpp"
#include "server/blobs/blob_files.hpp"
#include "server/db/migrate.hpp"
#include "server/ledger/ledger.hpp"
#include "server/sync/epoch_numbers.hpp"
#include "stream_file.hpp"

namespace foyer::server {
namespace fs = std::filesystem;

BackupSummary summaryOf(const Manifest& manifest);

namespace {

/// Codes given out after the backup are not given out again: nobody issues more than this between two
/// backups.
constexpr std::int64_t kSequenceAhead = 1'000'000;
constexpr const char* kReady = "READY";

Error damaged(const fs::path& file) {
  return {Code::damaged,
          {},
          "The backup is damaged: " + file.string() + " is missing or altered. Nothing was restored."};
}

/// The migrations that the backup's database had; this server must know them all.
Result<std::vector<Migration>> migrationsOf(const Manifest& manifest) {
  const auto known = migrations();
  std::vector<Migration> out;
  for (const auto& [number, checksum] : manifest.migrations) {
    const auto it =
        std::find_if(known.begin(), known.end(), [n = number](const Migration& m) { return m.number == n; });
    if (it == known.end()) {
      return Error{Code::tooNew,
                   {},
                   "This backup was made by a newer server (migration " + std::to_string(number) + ")."};
    }
    out.push_back(*it);
  }
  return out;
}

Result<Manifest> verified(const fs::path& source) {
  auto manifest = Manifest::load(source);
  if (!manifest) return manifest;
  if (auto known = migrationsOf(*manifest); !known) return known.error();
  const auto good = [](const fs::path& file, const std::string& sha256) {
    return fs::is_regular_file(file) && checksumOf(file) == sha256;
  };
  for (const Manifest::Table& table : manifest->tables) {
    const fs::path file = tableFile(source, table.table.name);
    if (!good(file, table.sha256)) return damaged(file);
  }
  for (const std::string& blob : manifest->blobs) {
    if (!isSha256(blob) || !good(blobFile(source, blob), blob)) return damaged(blobFile(source, blob));
  }
  if (!good(source / "keys" / "master.key", manifest->masterKey))
    return damaged(source / "keys" / "master.key");
  if (!good(source / "ledger", manifest->ledgerFile)) return damaged(source / "ledger");
  return manifest;
}

/// The ledger that is there, if any, must have grown from the backup's.
Result<bool> keepsLedger(const Manifest& manifest, const fs::path& present) {
  if (!fs::exists(present)) return false;
  auto ledger = Ledger::open(present);
  if (!ledger) return ledger.error();
  if ((*ledger)->last() == 0) return manifest.ledgerLast == 0;
  if ((*ledger)->hashAt(manifest.ledgerLast) != manifest.ledgerHash) {
    return Error{Code::conflict,
                 {},
                 "The ledger " + present.string() +
                     " is another server's, or older than this backup: move it away first."};
  }
  return true;
}

std::optional<Error> inTheWay(const Manifest& manifest, const RestoreTarget& target) {
  const auto refuse = [](const fs::path& file) {
    return Error{
        Code::alreadyExists,
        {},
        file.string() +
            " is there already, and a restore overwrites nothing: move it away or choose another place."};
  };
  for (const auto& [from, to] : target.moves) {
    if (fs::exists(to)) return refuse(to);
  }
  if (fs::exists(target.places.blobs / "objects") && !fs::is_empty(target.places.blobs / "objects"))
    return refuse(target.places.blobs);
  if (fs::exists(target.places.masterKey) && checksumOf(target.places.masterKey) != manifest.masterKey)
    return refuse(target.places.masterKey);
  return std::nullopt;
}

void load(const fs::path& source, const Manifest& manifest, const std::string& connection,
          std::int64_t nowMs) {
  const auto list = migrationsOf(manifest);
  const auto applied = migrate(connection, *list);
  if (!applied) throw std::runtime_error(applied.error().message);
  DatabaseLoad database(connection);
  for (const Manifest::Table& table : manifest.tables) {
    FileReader reader(tableFile(source, table.table.name));
    database.copy(table.table, [&] { return reader.next(); });
  }
  for (const DumpSequence& sequence : manifest.sequences) database.setSequence(sequence, kSequenceAhead);
  const bool hasEpochs = std::any_of(manifest.tables.begin(), manifest.tables.end(),
                                     [](const auto& t) { return t.table.name == "scope_epochs"; });
  if (hasEpochs) database.openEpochs(nowMs, firstVersionOf(nowMs, 0));
  database.commit();
  if (const auto rest = migrate(connection); !rest) throw std::runtime_error(rest.error().message);
}

/// Files first, so that a database without its files is never seen.
void moveIntoPlace(const std::vector<std::pair<fs::path, fs::path>>& moves) {
  for (const auto& [from, to] : moves) {
    if (!fs::exists(from)) continue;  // moved before a crash
    fs::create_directories(to.parent_path());
    if (fs::is_directory(to)) fs::remove_all(to);
    fs::rename(from, to);
    syncFolder(to.parent_path());
  }
}

void stageFiles(const fs::path& source, const Manifest& manifest, const fs::path& staging, bool withLedger) {
  const fs::path objects = staging / "blobs" / "objects";
  fs::create_directories(objects);
  for (const std::string& blob : manifest.blobs) {
    const fs::path to = objects / blob.substr(0, 2) / blob.substr(2, 2) / blob;
    fs::create_directories(to.parent_path());
    copyFile(blobFile(source, blob), to);
  }
  for (auto it = fs::recursive_directory_iterator(staging / "blobs");
       it != fs::recursive_directory_iterator(); ++it) {
    if (it->is_directory()) fs::permissions(it->path(), fs::perms::owner_all);
  }
  fs::permissions(staging / "blobs", fs::perms::owner_all);
  copyFile(source / "keys" / "master.key", staging / "master.key");
  if (withLedger) copyFile(source / "ledger", staging / "ledger");
}

void writeReady(const fs::path& staging, const std::vector<std::pair<fs::path, fs::path>>& moves) {
  std::string list;
  for (const auto& [from, to] : moves) list += from.string() + '\n' + fs::absolute(to).string() + '\n';
  FileWriter ready(staging / "READY.new");
  ready.write(list);
  ready.finish();
  fs::rename(staging / "READY.new", staging / kReady);
  syncFolder(staging);
}

}  // namespace

Result<BackupSummary> checkBackup(const fs::path& source) {
  try {
    const auto manifest = verified(source);
    if (!manifest) return manifest.error();
    return summaryOf(*manifest);
  } catch (const std::exception& e) {
    return Error{Code::damaged, {}, e.what()};
  }
}

Result<BackupSummary> restoreBackup(const fs::path& source, const RestoreTarget& target, std::int64_t nowMs) {
  const fs::path staging = fs::absolute(target.restoring);
  bool opened = false;
  const auto close = [&] {
    if (std::exchange(opened, false) && target.closeDatabase) target.closeDatabase();
  };
  try {
    const auto manifest = verified(source);
    if (!manifest) return manifest.error();
    if (auto obstacle = inTheWay(*manifest, target)) return *obstacle;
    const auto keeps = keepsLedger(*manifest, target.places.ledger);
    if (!keeps) return keeps.error();
    fs::remove_all(staging);
    fs::create_directories(staging);
    std::vector<std::pair<fs::path, fs::path>> moves;
    stageFiles(source, *manifest, staging, !*keeps);
    moves.emplace_back(staging / "blobs", target.places.blobs);
    moves.emplace_back(staging / "master.key", target.places.masterKey);
    if (!*keeps) moves.emplace_back(staging / "ledger", target.places.ledger);
    moves.insert(moves.end(), target.moves.begin(), target.moves.end());
    std::string connection = target.places.connection;
    if (target.openDatabase) {
      auto made = target.openDatabase();
      if (!made) {
        fs::remove_all(staging);
        return made.error();
      }
      connection = *made;
      opened = true;
    }
    if (!isEmptyDatabase(connection)) {
      close();
      fs::remove_all(staging);
      return Error{Code::alreadyExists, {}, "The database holds data, and a restore overwrites nothing."};
    }
    load(source, *manifest, connection, nowMs);
    close();
    writeReady(staging, moves);
    moveIntoPlace(moves);
    fs::remove_all(staging);
    return summaryOf(*manifest);
  } catch (const std::exception& e) {
    close();
    std::error_code ignored;
    if (!fs::exists(staging / kReady)) fs::remove_all(staging, ignored);
    return Error{Code::internal, {}, std::string("Nothing was restored: ") + e.what()};
  }
}

Result<bool> finishRestore(const fs::path& restoring) {
  try {
    if (!fs::exists(restoring)) return false;
    if (!fs::exists(restoring / kReady)) {
      fs::remove_all(restoring);
      return false;
    }
    std::vector<std::pair<fs::path, fs::path>> moves;
    std::vector<std::string> lines(1);
    for (const char c : readWhole(restoring / kReady)) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += c;
      }
    }
    for (std::size_t i = 0; i + 1 < lines.size(); i += 2) moves.emplace_back(lines[i], lines[i + 1]);
    moveIntoPlace(moves);
    fs::remove_all(restoring);
    return true;
  } catch (const std::exception& e) {
    return Error{
        Code::internal, {}, std::string("A restore that was cut off can't be finished: ") + e.what()};
  }
}

}  // namespace foyer::server
