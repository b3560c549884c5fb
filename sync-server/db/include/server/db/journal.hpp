// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/record.hpp"
#include "server/db/rows.hpp"

namespace foyer::server {

/// Who causes the changes of a transaction.
struct Actor {
  Uuid account;  ///< nil: the server itself
  Uuid device;
  std::int64_t atMs = 0;  ///< when it was done, in the server's time; 0: now
};

/// One change of one record: a line of the scope's journal.
struct JournalEntry {
  enum class What : std::uint8_t { created = 0, edited = 1, deleted = 2, restored = 3 };

  RecordKey record;
  std::int64_t version = 0;
  What what = What::edited;
  std::int64_t atMs = 0;        ///< when it was done
  std::int64_t receivedMs = 0;  ///< when the server took it
  Uuid account;                 ///< nil: the server itself
  Uuid device;
  /// {"field":{"was":…,"is":…}} with values in canonical JSON. A field that is not plain has {} (its content
  /// obeys its sensitivity), a long value {"long":true}. A creation lists nothing: the record says it.
  std::string changes = "{}";
};

std::string_view journalName(JournalEntry::What what);

/// What became of a record, or nothing when nobody would want to know: nothing changed, or the record is a
/// recorded fact, a conflict's card, a catalogue's row or a tombstone. Sets record, version, what and
/// changes.
std::optional<JournalEntry> journalOf(schema::Scope kind, const model::Record* before,
                                      const model::Record& after);

/// Takes the values that `account` wrote out of what happened to one record, also where others wrote over
/// them; which field changed stays. `lines` are all of the record; returns those that it changed.
std::vector<const JournalEntry*> blankValues(std::vector<JournalEntry>& lines, const Uuid& account);

}  // namespace foyer::server
