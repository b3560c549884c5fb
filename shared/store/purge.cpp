// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.hpp"
#include "open_steps.hpp"

namespace foyer::store {

namespace fs = std::filesystem;

namespace {

/// What could be read of them was carried over when they were set aside.
void removeDamaged(const fs::path& file) {
  const std::string begin = file.filename().string() + ".damaged-";
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().filename().string().starts_with(begin)) fs::remove(entry.path(), ignored);
  }
}

/// False while a reader still needs the log.
bool emptyLog(Db& db) {
  Statement s(db, "PRAGMA wal_checkpoint(TRUNCATE)");
  return s.step() && s.integer(0) == 0;
}

}  // namespace

void Store::purge() {
  if (setting("shrink") != "1") return;
  Database& d = *m_db;
  try {
    removeDamaged(d.options.file);
    d.db.exec("PRAGMA temp_store = FILE");  // the copy that VACUUM makes can be larger than the memory
    d.db.exec("VACUUM");
    d.db.exec("PRAGMA temp_store = MEMORY");
    if (!emptyLog(d.db)) return;
  } catch (const Failure& failure) {
    if (!failure.damaged) return;  // no room for the copy now: tidy() tries again
    markSuspect(d.options.file);
    throw;
  }
  setSetting("shrink", "0");
}

}  // namespace foyer::store
