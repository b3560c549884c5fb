// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "merge/conflict.hpp"
#include "merge/meta.hpp"
#include "merge/text.hpp"
#include "model/mutation.hpp"
#include "model/record.hpp"

/// Pure functions of design laws 7 and 8. No clocks, no I/O, no state: the server and every device call the
/// same.
namespace foyer::merge {

struct ServerRecord {
  model::Record row;
  Meta meta;
};

struct Applied {
  model::Outcome outcome = model::Outcome::applied;
  bool rowChanged = false;   ///< the visible row differs and took the new version
  bool metaChanged = false;  ///< merge state differs and must be stored, even if the row does not
  std::vector<Conflict> conflicts;
};

/// Applies a valid mutation to what the server has. `record` is empty when the id is unknown; then only a
/// create may be passed. `version` is the scope's new counter value, `m.stamp` already effective: raised and
/// bounded by the caller (law 4). Refused before this is called: fields of rule `server` from a device, facts
/// that exist (see sameFact). On a tombstone only a create does anything; the rest is answered `superseded`.
///
/// A nil `m.device` is a job of the server: its edits don't count as edits by a person and revive nothing;
/// give it the scope's head as base to let its deletes take effect.
Applied apply(std::optional<ServerRecord>& record, const model::Mutation& m, std::int64_t version);

/// A person edited a child of this record: raises the parent's edit mark and revives it (law 8). Conflicts:
/// at most one of kind revived.
Applied touchParent(ServerRecord& parent, const model::Mutation& m, std::int64_t version);

/// Whether a create of an existing fact says the same (answer: superseded) or something else (to be refused).
bool sameFact(const model::Record& existing, const model::Mutation& create);

/// For a device that creates again what it sees deleted: adds to the create a patch for every field that
/// devices may write, so that nothing of the old content comes back (law 3).
void writeEveryField(model::Mutation& create, const model::Record& deleted);

/// The device's view: `truth` (empty if the server has none) with pending mutations of the same record on
/// top, in order. Empty result: nothing to show; a deleted record is shown as State::trashed.
std::optional<model::Record> overlay(std::optional<model::Record> truth,
                                     std::span<const model::Mutation> pending);

/// Value of one field after one patch on top of `truth`.
model::Value overlayValue(const model::Value& truth, const model::FieldPatch& patch);

}  // namespace foyer::merge
