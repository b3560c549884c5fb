// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/mutation.hpp"
#include "server/db/principal.hpp"
#include "server/db/scope_store.hpp"
#include "server/sync/scope_writer.hpp"

namespace foyer::server {

class SyncService;

/// What a rule may look at and write, inside the transaction.
struct RuleContext {
  const Principal& who;
  std::string_view role;  ///< of `who` in the scope
  ScopeWriter& writer;
};

/// Rules that a declaration can't say: they look at other rows, at roles, or have consequences. The sync room
/// already checks the declaration itself: types and limits, writers, references, facts. Thread-safe.
class Rules {
 public:
  virtual ~Rules() = default;
  /// Adds the records that `check` or `accepted` will look at, so that they are read in one go.
  virtual void wants(const model::Mutation&, std::vector<RecordKey>&) const {}
  /// Whether `who` may make a scope by creating this head record. The default lets people, not kiosks.
  virtual std::optional<Error> mayCreateScope(const Principal& who, const model::Mutation& head) const;
  /// Role of the creator in a new scope.
  virtual std::string_view creatorRole(schema::Scope kind) const;
  /// Who else belongs to a scope that is made again, with their roles: a server that came back from a backup
  /// may have forgotten it (law 11).
  virtual std::map<Uuid, std::string> formerMembers(const Uuid&) const { return {}; }
  /// What others call a person, for the member list of a scope that they make; empty when nobody knows.
  virtual std::string displayName(const Uuid&) const { return {}; }
  /// What a device calls itself, for the conflicts that it is part of; empty when nobody knows.
  virtual std::string deviceName(const Uuid&) const { return {}; }
  /// A reason to hold the mutation, or nothing.
  virtual std::optional<Error> check(RuleContext&, const model::Mutation&) const { return {}; }
  /// Consequences of a mutation that was merged: server writes in this scope, queued jobs. `now` is the row
  /// after it.
  virtual void accepted(RuleContext&, const model::Mutation&, const model::Record& now) const {
    static_cast<void>(now);
  }
  /// Runs a queued job, writing through the service; throws to have it tried again. Idempotent.
  virtual void run(SyncService&, const Job&) const {}
};

}  // namespace foyer::server
