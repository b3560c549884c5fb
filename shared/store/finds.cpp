// SPDX-License-Identifier: GPL-3.0-or-later
#include "finds.hpp"

#include <sqlite3.h>

#include <utility>

#include "base/text.hpp"
#include "open_steps.hpp"
#include "outbox.hpp"
#include "protocol/codec.hpp"
#include "raw_file.hpp"
#include "sealer.hpp"
#include "sqlite.hpp"

namespace foyer::store {

namespace {

bool usable(const FoundMutation& f) {
  if (f.scope.isNil() || f.record.isNil() || f.stage < 0 || f.stage > static_cast<int>(Stage::done))
    return false;
  return Sealer::isSealed(f.json) || protocol::decodeMutation(f.json).ok();
}

void takeBorrowed(std::int64_t localId, const std::string& json, Finds& finds) {
  if (json.starts_with('{') && protocol::decodeMutation(json)) finds.borrowed.try_emplace(localId, json);
}

void readBySql(const std::filesystem::path& damaged, Finds& finds) {
  Db old(damaged, Db::Mode::readWrite);  // its log has to be taken in
  Statement settings(old, "SELECT key, value FROM local_settings");
  while (settings.step()) finds.settings.emplace(settings.text(0), settings.text(1));
  Statement scopes(old, "SELECT scope, kind, role, last_seq, confirmed FROM local_scopes");
  while (scopes.step()) {
    finds.scopes[scopes.uuid(0)] = {scopes.integer(1), std::string(scopes.text(2)), scopes.integer(3),
                                    scopes.integer(4)};
  }
  Statement row(
      old,
      "SELECT local_id, stage, scope, seq, collection, record, stamp, base, json, reason_code, reason_field, "
      "reason_message, changed FROM local_outbox ORDER BY local_id");
  while (row.step()) {
    FoundMutation f{row.integer(0),
                    row.integer(1),
                    row.uuid(2),
                    static_cast<std::uint64_t>(row.integer(3)),
                    row.integer(4),
                    row.uuid(5),
                    row.integer(6),
                    row.integer(7),
                    std::string(row.text(8)),
                    std::string(row.text(9)),
                    std::string(row.text(10)),
                    std::string(row.text(11)),
                    row.integer(12),
                    true};
    if (usable(f)) finds.outbox.emplace(f.localId, std::move(f));
  }
  if (old.number("SELECT count(*) FROM sqlite_master WHERE name = 'local_borrowed'") == 0) return;
  Statement lent(old, "SELECT local_id, json FROM local_borrowed");
  while (lent.step()) takeBorrowed(lent.integer(0), std::string(lent.text(1)), finds);
}

std::int64_t integerAt(const RawFile::Row& row, std::size_t at) {
  const auto* number = std::get_if<std::int64_t>(&row[at]);
  return number ? *number : 0;
}

std::string textAt(const RawFile::Row& row, std::size_t at) {
  const auto* text = std::get_if<std::string>(&row[at]);
  return text ? *text : std::string();
}

Uuid uuidAt(const RawFile::Row& row, std::size_t at) {
  return Uuid::fromBytes(asBytes(textAt(row, at))).value_or(Uuid{});
}

bool isSettingName(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == text.npos;
}

void takeMutation(std::int64_t rowId, const RawFile::Row& row, Finds& finds) {
  FoundMutation f{rowId,
                  integerAt(row, 1),
                  uuidAt(row, 2),
                  static_cast<std::uint64_t>(integerAt(row, 3)),
                  integerAt(row, 4),
                  uuidAt(row, 5),
                  integerAt(row, 6),
                  integerAt(row, 7),
                  textAt(row, 8),
                  textAt(row, 10),
                  textAt(row, 11),
                  textAt(row, 12),
                  integerAt(row, 13),
                  false};
  if (const auto known = finds.outbox.find(rowId); known != finds.outbox.end()) {
    // A page that is free by now may hold an earlier state.
    const FoundMutation& other = known->second;
    if (other.bySql || std::pair(other.changed, other.stage) >= std::pair(f.changed, f.stage)) return;
  }
  if (usable(f)) finds.outbox.insert_or_assign(rowId, std::move(f));
}

/// The tables are told apart by their columns, see open_steps.cpp.
void readFromPages(const std::filesystem::path& damaged, Finds& finds) {
  constexpr std::size_t kOutboxColumns = 14;
  const auto isScope = [](std::size_t columns) {
    return columns == 15 || columns == 17 || columns == 21;  // since levels, since status
  };
  RawFile(damaged).forEachRow([&](std::int64_t rowId, const RawFile::Row& row) {
    if (row.size() == kOutboxColumns && rowId > 0 && !uuidAt(row, 2).isNil() && !uuidAt(row, 5).isNil()) {
      takeMutation(rowId, row, finds);
    } else if (isScope(row.size()) && !uuidAt(row, 0).isNil() && textAt(row, 11).size() == 16) {
      finds.scopes.try_emplace(uuidAt(row, 0), FoundScope{integerAt(row, 1), textAt(row, 2),
                                                          integerAt(row, 12), integerAt(row, 13)});
    } else if (row.size() == 2 && rowId > 0) {
      takeBorrowed(rowId, textAt(row, 1), finds);
    } else if (row.size() == 2 && rowId == 0 && isSettingName(textAt(row, 0))) {
      finds.settings.try_emplace(textAt(row, 0), textAt(row, 1));
    }
  });
}

}  // namespace

Finds searchDamaged(const std::filesystem::path& damaged) {
  Finds finds;
  try {
    if (!hasHeader(damaged)) throw SqliteError(SQLITE_NOTADB, "no database header");
    readBySql(damaged, finds);
  } catch (const Failure&) {
    readFromPages(damaged, finds);
  }
  return finds;
}

}  // namespace foyer::store
