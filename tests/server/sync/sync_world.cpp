// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_world.hpp"

#include <stdexcept>

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"

namespace foyer::test {

using server::RecordKey;

Uuid newId() { return Uuid::v7(1'750'000'000'000); }

Actor::Actor(std::string_view name) {
  who.account = crypto::derivedId(Uuid{}, "test_account", {name});
  who.device = newId();
}

model::Mutation Actor::make(model::Op op, const Uuid& scope, std::string_view collection, const Uuid& id,
                            std::vector<Set> sets) {
  model::Mutation m;
  m.device = who.device;
  m.seq = ++seq[scope];
  m.scope = scope;
  m.collection = &schema::collection(collection);
  m.id = id;
  m.op = op;
  m.stamp = Hlc::fromMs(++clockMs);
  m.base = base;
  for (Set& set : sets) {
    model::FieldPatch patch;
    patch.field = m.collection->find(set.field);
    if (!patch.field) throw std::logic_error("no field " + set.field);
    patch.value = std::move(set.value);
    patch.was = std::move(set.was);
    patch.added = std::move(set.added);
    patch.removed = std::move(set.removed);
    m.patches.push_back(std::move(patch));
  }
  return m;
}

model::Mutation Actor::create(const Uuid& scope, std::string_view collection, const Uuid& id,
                              std::vector<Set> sets) {
  return make(model::Op::create, scope, collection, id, std::move(sets));
}
model::Mutation Actor::edit(const Uuid& scope, std::string_view collection, const Uuid& id,
                            std::vector<Set> sets) {
  return make(model::Op::edit, scope, collection, id, std::move(sets));
}
model::Mutation Actor::del(const Uuid& scope, std::string_view collection, const Uuid& id) {
  return make(model::Op::del, scope, collection, id, {});
}

World::World() {
  clock.advance(3'600'000);  // ahead of the devices, so that their stamps count as they are
  service.onCommitted([this](const server::ScopeChange& change) { changes.push_back(change); });
}

protocol::PushResult World::push(const Actor& actor, std::vector<model::Mutation> mutations,
                                 std::uint64_t ack) {
  protocol::Push push;
  push.scope = mutations.at(0).scope;
  push.ack = ack;
  for (model::Mutation& m : mutations) push.mutations.emplace_back(std::move(m));
  auto result = service.push(actor.who, std::move(push));
  if (!result) throw std::runtime_error("push refused: " + result.error().message);
  return *result;
}

Error World::pushFails(const Actor& actor, std::vector<model::Mutation> mutations) {
  protocol::Push push;
  push.scope = mutations.at(0).scope;
  for (model::Mutation& m : mutations) push.mutations.emplace_back(std::move(m));
  auto result = service.push(actor.who, std::move(push));
  if (result) throw std::runtime_error("push was taken");
  return result.error();
}

model::MutationResult World::one(const Actor& actor, model::Mutation mutation) {
  return push(actor, {std::move(mutation)}).results.at(0);
}

std::map<Uuid, model::Record> World::pull(const Actor& actor, const Uuid& scope, std::int64_t since,
                                          std::int64_t limit) {
  std::map<Uuid, model::Record> all;
  protocol::Pull pull;
  pull.scope = scope;
  pull.epoch = 1;
  pull.limit = limit;
  pull.from.since = since;
  for (;;) {
    const auto page = service.pull(actor.who, pull);
    if (!page) throw std::runtime_error("pull refused: " + page.error().message);
    for (model::Record& record : page->message().rows) all[record.id] = std::move(record);
    if (!page->header.more) {
      model::Digest sum;
      for (const auto& [id, record] : all) sum += model::rowHash(record);
      if (since == 0 && page->header.digest != sum) throw std::runtime_error("digest differs");
      return all;
    }
    pull.from = page->header.next;
  }
}

model::Record World::row(const Uuid& scope, std::string_view collection, const Uuid& id) {
  const RecordKey key{&schema::collection(collection), id};
  const auto snapshot = store.read(scope, {&key, 1});
  if (!snapshot || snapshot->records.empty()) throw std::runtime_error("no such row");
  return snapshot->records.front();
}

std::vector<model::Record> World::rows(const Uuid& scope, std::string_view collection) {
  return store.readAll(scope, schema::collection(collection)).value().records;
}

Uuid World::person(const Actor& actor) {
  service.createPerson(actor.who.account);
  return actor.who.account;
}

Uuid World::family(Actor& actor) {
  const Uuid id = newId();
  one(actor, actor.create(id, "families", id,
                          {{.field = "name", .value = std::string("Home")},
                           {.field = "created_by", .value = actor.who.account}}));
  return id;
}

void World::join(const Uuid& scope, const Actor& actor, const std::string& role) {
  service.write(scope, {}, [&](server::ScopeWriter& writer) { writer.setMember(actor.who.account, role); });
}

Entry watchEntry(const Uuid& scope, const std::string& title) {
  const Uuid titleId = crypto::derivedId(scope, "own_title", {title, "1999", "movie"});
  return {crypto::derivedId(scope, "watch_entries", {"", titleId.str()}),
          {{.field = "title_id", .value = titleId},
           {.field = "title", .value = title},
           {.field = "kind", .value = std::string("movie")},
           {.field = "status", .value = std::string("not_watched")}}};
}

}  // namespace foyer::test
