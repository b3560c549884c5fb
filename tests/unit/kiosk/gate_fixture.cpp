// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.hpp"

#include "crypto/derived_id.hpp"
#include "schema/collections.hpp"
#include "world.hpp"

namespace gate_fixture {

using namespace foyer;

namespace {

constexpr std::size_t kPageRows = 5'000;

model::Record row(const char* collection, const Uuid& id, std::int64_t version) {
  model::Record r(schema::collection(collection), scope(), id);
  r.version = version;
  r.createdMs = r.updatedMs = world::at(0, 0);
  return r;
}

}  // namespace

Uuid scope() { return crypto::gateScopeOf(world::kProject); }

Uuid personId(std::size_t n) {
  if (n <= 200) return world::id(static_cast<std::uint8_t>(n));
  return crypto::derivedId(scope(), "person", {std::to_string(n)});
}

std::string badge(std::size_t n) {
  attendance::Badge b = world::badgeFor(1);
  b.subject = personId(n);
  return attendance::issueBadge(b, world::keyPair().secretKey);
}

void fill(store::Store& store, const Wanted& wanted) {
  store::ScopeInfo info;
  info.scope = scope();
  info.kind = schema::Scope::gate;
  info.role = "kiosk";
  info.confirmed = true;
  store.putScope(info);

  std::int64_t version = 0;
  std::vector<model::Record> rows;
  const auto send = [&](bool more) {
    protocol::PageHeader page;
    page.scope = scope();
    page.epoch = 1;
    page.head = version;
    page.more = more;
    page.next.since = more ? 0 : version;
    page.next.target = version;
    store.applyPage(page, rows);
    rows.clear();
  };
  const auto add = [&](model::Record r) {
    rows.push_back(std::move(r));
    if (rows.size() == kPageRows) send(true);
  };

  model::Record gate = row("gate_info", scope(), ++version);
  gate.at("project_id") = world::kProject;
  gate.at("name") = std::string("Les Marées");
  gate.at("time_zone") = std::string("Europe/Paris");
  gate.at("day_cut") = std::string("04:00");
  add(gate);
  model::Record kiosk = row("kiosks", wanted.device, ++version);
  kiosk.at("device_id") = wanted.device;
  kiosk.at("name") = wanted.gate;
  kiosk.at("public_key") = Bytes(32, 1);
  kiosk.at("status") = std::string("active");
  add(kiosk);
  model::Record key = row("badge_keys", world::id(0xC1), ++version);
  key.at("number") = std::int64_t{7};
  key.at("project_id") = world::kProject;
  key.at("public_key") = Bytes(world::keyPair().publicKey.data(), 32);
  add(key);
  for (std::size_t n = 1; n <= wanted.people; ++n) {
    model::Record person = row("roster", personId(n), ++version);
    const std::string number = std::to_string(100'000 + n);
    person.at("name") = n == 1 ? std::string("Inès Carpentier") : "Person " + number;
    person.at("code") = "FRPAR" + number.substr(1) + "F";
    person.at("role") = std::string("Silhouette");
    person.at("call_time") = std::string("2026-06-14T06:45:00.000+02:00");
    person.at("badge_state") = std::string("valid");
    person.at("badge_issue") = std::int64_t{1};
    add(person);
  }
  send(false);
}

}  // namespace gate_fixture
