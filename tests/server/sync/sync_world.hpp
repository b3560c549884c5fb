// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "server/db/scope_store.hpp"
#include "server/rules/foyer_rules.hpp"
#include "server/sync/sync_service.hpp"

namespace foyer::test {

/// A store of the kind under test (memory or PostgreSQL), empty, gone with the object.
class TestStore {
 public:
  virtual ~TestStore() = default;
  virtual server::ScopeStore& store() = 0;
  /// Everything as it is now, and back to it: a machine's snapshot.
  virtual void takeImage() = 0;
  virtual void putBack() = 0;
  /// To reach the rows behind the store's back; empty for the memory store.
  virtual std::string connection() const { return {}; }
};
std::unique_ptr<TestStore> makeTestStore();

/// One field of a mutation, by name.
struct Set {
  std::string field;
  model::Value value = {};
  std::string was = {};
  model::TextSet added = {};
  model::TextSet removed = {};
};

/// A person or kiosk on one device, numbering its own mutations.
class Actor {
 public:
  explicit Actor(std::string_view name);
  server::Principal who;

  model::Mutation create(const Uuid& scope, std::string_view collection, const Uuid& id,
                         std::vector<Set> sets);
  model::Mutation edit(const Uuid& scope, std::string_view collection, const Uuid& id, std::vector<Set> sets);
  model::Mutation del(const Uuid& scope, std::string_view collection, const Uuid& id);

  std::int64_t base = 0;  ///< what this device knows of any scope
  std::int64_t clockMs = 1'750'000'000'000;
  std::map<Uuid, std::uint64_t> seq;

 private:
  model::Mutation make(model::Op op, const Uuid& scope, std::string_view collection, const Uuid& id,
                       std::vector<Set> sets);
};

/// A service over a store, with a clock that tests own.
class World {
 public:
  World();

  protocol::PushResult push(const Actor& actor, std::vector<model::Mutation> mutations,
                            std::uint64_t ack = 0);
  Error pushFails(const Actor& actor, std::vector<model::Mutation> mutations);
  model::MutationResult one(const Actor& actor, model::Mutation mutation);

  /// All rows that a reader gets with pages of `limit` rows, by id; also checks the digest of the last page.
  std::map<Uuid, model::Record> pull(const Actor& actor, const Uuid& scope, std::int64_t since = 0,
                                     std::int64_t limit = 0);
  model::Record row(const Uuid& scope, std::string_view collection, const Uuid& id);
  std::vector<model::Record> rows(const Uuid& scope, std::string_view collection);

  Uuid person(const Actor& actor);
  Uuid family(Actor& actor);
  void join(const Uuid& scope, const Actor& actor, const std::string& role);

  std::unique_ptr<TestStore> owned = makeTestStore();
  server::ScopeStore& store = owned->store();
  ManualClock clock;
  std::map<Uuid, std::string> deviceNames;
  server::FoyerRules rules{{}, {}, [this](const Uuid& device) { return deviceNames[device]; }};
  server::SyncService service{store, clock, rules};
  std::vector<server::ScopeChange> changes;
};

Uuid newId();
/// Key fields of a watch entry and the id that follows from them.
struct Entry {
  Uuid id;
  std::vector<Set> sets;
};
Entry watchEntry(const Uuid& scope, const std::string& title);

}  // namespace foyer::test
