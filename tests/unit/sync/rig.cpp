// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.hpp"

#include "protocol/codec.hpp"
#include "sync/kept_clock.hpp"

namespace foyer::test {

const schema::Collection& authors() { return schema::collection("authors"); }

Rig::Rig() { boot(); }

Rig::~Rig() = default;

void Rig::boot() {
  store::Store::Options options;
  options.file = std::filesystem::path(dir.path().toStdString()) / "foyer.sqlite";
  options.device = m_device;
  options.clock = &clock;
  options.fullSync = false;
  auto made = store::Store::open(options);
  if (!made) throw std::runtime_error(made.error().message);
  store = std::move(made->store);
  sync::resumeClock(clock, *store, bootId);
  engine = std::make_unique<sync::Engine>(
      *store, *this, *this, clock,
      sync::Engine::Options{"test", m_device, [this] { return m_random(); }, {}, bootId});
}

void Rig::restart() {
  engine.reset();
  store.reset();
  sent.clear();
  isOpen = false;
  boot();
}

void Rig::say(const protocol::ServerMessage& message) { engine->received(protocol::encode(message)); }

Uuid Rig::newScope(schema::Scope kind) {
  const Uuid id = Uuid::v7(wall.wallMs());
  scopes[id].kind = kind;
  return id;
}

void Rig::put(const Uuid& scope, const std::string& name) {
  auto& rows = scopes[scope].rows;
  rows.push_back({static_cast<std::int64_t>(rows.size()) + 1, name, Uuid::v7(wall.wallMs())});
}

std::int64_t Rig::head(const Uuid& scope) const {
  return static_cast<std::int64_t>(scopes.at(scope).rows.size());
}

model::Record Rig::record(const Uuid& scope, const Row& row) const {
  model::Record r(authors(), scope, row.id);
  r.version = row.version;
  r.createdMs = r.updatedMs = 1'750'000'000'000;
  r.at("name") = row.name;
  return r;
}

protocol::Welcome Rig::welcome() const {
  protocol::Welcome w;
  w.account = account;
  w.wallMs = wall.wallMs() + serverClockAheadMs;
  for (const auto& [id, s] : scopes)
    w.scopes.push_back({.scope = id,
                        .kind = s.kind,
                        .role = "owner",
                        .epoch = s.epoch,
                        .head = head(id),
                        .lastSeq = s.lastSeq,
                        .rows = head(id)});
  w.maxPushMutations = maxPush;
  w.maxFrameBytes = 8 << 20;
  return w;
}

protocol::Page Rig::page(const Uuid& scope, std::int64_t from, std::int64_t until, bool live) const {
  const auto& s = scopes.at(scope);
  protocol::Page p;
  p.header.scope = scope;
  p.header.epoch = s.epoch;
  p.header.head = head(scope);
  p.header.more = !live && until < p.header.head;
  p.header.live = live;
  p.header.from = live ? from : 0;
  model::Digest digest;
  for (const auto& row : s.rows) {
    const auto r = record(scope, row);
    digest += model::rowHash(r);
    if (row.version > from && row.version <= until) p.rows.push_back(r);
  }
  if (p.header.more) {
    p.header.next = {0, p.header.head, authors().id, until, p.rows.back().id};
  } else {
    p.header.next.since = p.header.head;
    if (s.wrongDigest) digest.low ^= 1;
    p.header.digest = digest;
  }
  return p;
}

protocol::Sums Rig::sums(const Uuid& scope) const {
  const auto& s = scopes.at(scope);
  model::TreeSums tree;
  for (const auto& row : s.rows) tree.add(row.id, model::rowHash(record(scope, row)));
  return {scope, s.epoch, head(scope), {{"", tree.children({})}}};
}

protocol::PushResult Rig::accept(const protocol::Push& push) {
  auto& s = scopes[push.scope];
  protocol::PushResult result;
  result.scope = push.scope;
  result.epoch = s.epoch;
  for (const auto& item : push.mutations) {
    const auto& m = std::get<model::Mutation>(item);
    std::string name;
    for (const auto& patch : m.patches)
      if (patch.field->name == "name") name = std::get<std::string>(patch.value);
    s.rows.push_back({static_cast<std::int64_t>(s.rows.size()) + 1, name, m.id});
    s.lastSeq = m.seq;
    result.results.push_back({m.seq, model::Outcome::applied, s.rows.back().version, {}});
  }
  result.head = head(push.scope);
  result.lastSeq = s.lastSeq;
  return result;
}

void Rig::connect() {
  engine->start();
  engine->connected();
  take<protocol::Hello>();
  say(welcome());
}

void Rig::settle(const Uuid& scope) {
  connect();
  take<protocol::Pull>();
  say(page(scope, 0, head(scope)));
}

Uuid Rig::write(const Uuid& scope, const std::string& name) {
  store::Edit edit;
  edit.collection = &authors();
  edit.scope = scope;
  edit.id = Uuid::v7(wall.wallMs());
  edit.op = model::Op::create;
  model::FieldPatch patch;
  patch.field = authors().find("name");
  patch.value = name;
  edit.patches.push_back(patch);
  const auto written = store->write(edit);
  if (!written) throw std::runtime_error(written.error().message);
  engine->localChange(scope);
  return edit.id;
}

void Rig::pass(std::int64_t ms) {
  const std::int64_t end = wall.steadyMs() + ms;
  for (auto wake = engine->nextWake(); wake && *wake <= end; wake = engine->nextWake()) {
    wall.advance(std::max<std::int64_t>(1, *wake - wall.steadyMs()));
    engine->tick();
  }
  if (wall.steadyMs() < end) wall.advance(end - wall.steadyMs());
}

}  // namespace foyer::test
