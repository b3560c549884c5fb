// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "conflict_cards.hpp"
#include "protocol/messages.hpp"
#include "server/sync/limits.hpp"
#include "server/sync/rules.hpp"

namespace foyer::server {

/// A mutation with what could be found out about it before the scope was locked.
struct Prepared {
  std::uint64_t seq = 0;
  MutationHash hash{};
  std::optional<model::Mutation> mutation;  ///< none: its shape could not be read
  std::optional<Error> invalid;             ///< what its declaration says against it
  bool poison = false;                      ///< working on it failed in an unforeseen way
};

/// A push before the lock: hashed, validated, references into the catalogue looked up.
struct PreparedPush {
  Uuid scope;
  std::uint64_t ack = 0;
  std::vector<Prepared> items;
  std::set<RecordKey> catalogue;  ///< referred records that a catalogue has
  std::size_t count = 0;          ///< how many of the items are meant, from the first
  std::span<const Prepared> meant() const { return std::span(items).first(count); }
};

PreparedPush prepare(const Principal& who, protocol::Push push, ScopeStore& store);

/// One push inside the transaction of its scope. Made anew for each attempt.
class PushRun {
 public:
  PushRun(const Principal& who, const Rules& rules, const PreparedPush& push, ScopeTx& tx,
          std::int64_t wallMs, const SyncLimits& limits);
  /// Applies what is new, answers what is known. An Error means that nothing at all was done.
  Result<protocol::PushResult> run();
  bool touched() const { return m_writer.touched(); }
  int conflicts() const { return m_cards.written(); }
  /// How many of the results, from the first, are those of former pushes.
  std::size_t replays() const { return m_replays; }

 private:
  std::optional<Error> admit();  ///< membership, or birth of the scope
  void loadRows();
  std::optional<Error> replayed(const Prepared& item, protocol::PushResult& out);
  model::MutationResult process(const Prepared& item);
  bool bearsScope(const model::Mutation& m) const;
  std::optional<Error> giveBirth(const model::Mutation& head);
  model::MutationResult apply(const Prepared& item);
  model::MutationResult held(const Prepared& item, Error reason);

  std::optional<Error> refuse(const Prepared& item);
  std::optional<Error> checkDependsOnHeld(const model::Mutation& m) const;
  std::optional<Error> checkPlace(const model::Mutation& m) const;
  std::optional<Error> checkWriter(const model::Mutation& m) const;
  std::optional<Error> checkExisting(const model::Mutation& m);
  std::optional<Error> checkQuota(const model::Mutation& m);
  std::optional<Error> checkReferences(const model::Mutation& m);

  Hlc stampOf(const model::Mutation& m, const merge::ServerRecord* found);
  void touchParents(const model::Mutation& m);

  const Principal& m_who;
  const SyncLimits& m_limits;
  const Rules& m_rules;
  const PreparedPush& m_push;
  ScopeTx& m_tx;
  ScopeWriter m_writer;
  ConflictCards m_cards;
  std::string m_role;
  std::size_t m_replays = 0;
  DeviceRow* m_device = nullptr;
  std::set<RecordKey> m_held;  ///< records with a held mutation in this push
};

/// The record that `row` or a creating mutation names in its parent field.
std::optional<RecordKey> parentOf(const model::Record& row);
std::optional<RecordKey> parentOf(const model::Mutation& m);

}  // namespace foyer::server
