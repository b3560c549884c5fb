// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "merge/merge.hpp"
#include "server/sync/rules.hpp"

namespace foyer::server {

/// Conflicts as records of the scope (law 8), during one transaction. One card per record, field and device
/// whose value lost: its id is derivedId(scope, "conflicts", {collection, record id, field or kind, device}).
/// A later loss by the same device overwrites its card, since the later value is what that author wants.
/// Texts have a card per loss ("field/version"): a later text does not bring back the words of an earlier
/// one. The merge state of the card's `lost_value` keeps the lost value's own mark.
class ConflictCards {
 public:
  ConflictCards(ScopeWriter& writer, const Rules& rules) : m_writer(writer), m_rules(rules) {}

  /// Reads the open cards of these records in one go.
  void load(std::span<const Uuid> subjects);
  /// Closes what `m`, which has just made the record `after`, settles. To be called before its own conflicts
  /// are written.
  void close(const model::Mutation& m, const model::Record& after);
  /// Whether `m` settles a card that has changed since its author looked: another value may have been lost
  /// into it, and must not be hidden by a choice that was about the former one.
  static bool choosesUnseen(const model::Mutation& m, const merge::ServerRecord& card);
  void write(const RecordKey& subject, const merge::Conflict& conflict);
  int written() const { return m_written; }

 private:
  /// Who wrote one of the two values, as the members of the scope can read it.
  void sign(model::Record& card, const std::string& side, const merge::Mark& by);

  ScopeWriter& m_writer;
  const Rules& m_rules;
  std::map<Uuid, std::string> m_names;  ///< of devices, asked once each
  int m_written = 0;
  std::multimap<Uuid, RecordKey> m_open;  ///< by subject; may hold cards that were closed meanwhile
};

}  // namespace foyer::server
