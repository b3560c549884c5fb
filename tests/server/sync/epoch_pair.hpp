// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

#include "sync_world.hpp"

namespace foyer::test {

/// A device as its hello shows it: cursor and running hash of its last page, and some older ones.
struct Memory {
  protocol::ScopeState state;

  void read(World& w, const Actor& actor, const Uuid& scope) {
    protocol::Pull pull;
    pull.scope = scope;
    pull.epoch = state.epoch;
    pull.from.since = state.cursor;
    const auto page = w.service.pull(actor.who, pull);
    if (!page) throw std::runtime_error(page.error().message);
    if (page->header.more) throw std::runtime_error("a small world fits into one page");
    if (state.hash) state.marks.push_back({state.cursor, *state.hash});
    state.scope = scope;
    state.epoch = page->header.epoch;
    state.cursor = page->header.head;
    state.hash = page->header.hash;
  }
};

inline protocol::ScopeOffer meet(World& w, const Actor& actor, const Memory& memory) {
  protocol::Hello hello;
  hello.device = actor.who.device;
  hello.scopes.push_back(memory.state);
  const auto welcome = w.service.hello(actor.who, hello);
  if (!welcome) throw std::runtime_error(welcome.error().message);
  for (const protocol::ScopeOffer& offer : welcome->scopes) {
    if (offer.scope == memory.state.scope) return offer;
  }
  throw std::runtime_error("the scope is not offered");
}

inline std::vector<Set> title(const std::string& text) { return {{.field = "title", .value = text}}; }

/// A family of two with one film that both have.
struct Pair {
  World w;
  Actor ann{"ann"}, bob{"bob"};
  Uuid scope = w.family(ann);
  Entry entry = watchEntry(scope, "Heat");
  Memory annHas, bobHas;

  Pair() {
    w.join(scope, bob, "member");
    w.one(ann, ann.create(scope, "watch_entries", entry.id, entry.sets));
    read();
  }
  void read() {
    annHas.read(w, ann, scope);
    bobHas.read(w, bob, scope);
    ann.base = annHas.state.cursor;
    bob.base = bobHas.state.cursor;
  }
  std::int64_t epoch() { return w.store.scope(scope)->epoch; }
  std::int64_t head() { return w.store.scope(scope)->head; }
  model::MutationResult rename(Actor& who, const std::string& text) {
    return w.one(who, who.edit(scope, "watch_entries", entry.id, title(text)));
  }
  std::string shown() { return std::string(w.row(scope, "watch_entries", entry.id).text("title")); }
};

}  // namespace foyer::test
