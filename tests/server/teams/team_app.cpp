// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_app.hpp"

#include <stdexcept>

#include "crypto/random.hpp"
#include "model/identity.hpp"
#include "schema/collections.hpp"
#include "server/api/accounts.hpp"
#include "server/api/families.hpp"
#include "server/api/history.hpp"
#include "server/api/projects.hpp"
#include "server/db/migrate.hpp"

namespace foyer::test {
namespace {

void prepare(const std::string& connection) {
  if (const auto done = server::migrate(connection); !done) throw std::runtime_error(done.error().message);
}

crypto::Secret<32> master() {
  const Bytes raw = crypto::randomBytes(32);
  return crypto::Secret<32>(std::span<const std::uint8_t, 32>(raw.data(), 32));
}

server::http::ServerOptions anyPort() {
  server::http::ServerOptions out;
  out.address = "127.0.0.1";
  out.port = 0;
  return out;
}

}  // namespace

TeamApp::TeamApp()
    : database(TempPostgres::shared().clone("migrated", prepare)),
      pool(database.connection()),
      accountStore(pool),
      keys(master()),
      store(database.connection()),
      sync(store, clock, rules),
      accounts(accountStore, keys, options, clock,
               {[this](const Uuid& id) { return store.scope(id).has_value(); },
                [this](const Uuid& id) { sync.createPerson(id); }}),
      commands(accounts, sync),
      families(commands),
      projects(commands, keys),
      m_queue(4, 256),
      m_server(anyPort(), m_router, m_queue, clock,
               {[this](const server::http::Request& r) { return server::api::authenticate(accounts, r); }}) {
  accounts.keepLedger(*ledger);
  m_router.add(server::api::accountEndpoints(&accounts));
  m_router.add(server::api::eraseAccountEndpoint(&eraser));
  m_router.add(server::api::familyInvitationEndpoints(&families));
  m_router.add(server::api::familyMemberEndpoints(&families));
  m_router.add(server::api::projectStaffEndpoints(&projects));
  m_router.add(server::api::projectKioskEndpoints(&projects));
  m_router.add(server::api::projectBadgeEndpoints(&projects));
  m_router.add(server::api::historyEndpoint(&sync, [this](const Uuid& account) {
    const auto row = accounts.account(account);
    return row ? row->displayName : std::string();
  }));
  if (const auto begun = m_server.start(); !begun) throw std::runtime_error(begun.error().message);
}

TeamApp::~TeamApp() {
  m_server.stop();
  m_queue.stop();
}

Person TeamApp::join(const std::string& name) {
  const std::string email = name + "@example.org";
  const auto answer =
      client().post("/auth/register", {{"email", email}, {"password", kPassword}, {"display_name", name}});
  if (answer.status != 201) throw std::runtime_error("not registered: " + answer.message());
  const Uuid account = *Uuid::parse(std::string_view(answer.data().at("account").at("id").as_string()));
  return {account, *Uuid::parse(answer.text("device")), email, answer.text("access_token")};
}

Uuid TeamApp::create(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id,
                     const Fields& fields) {
  model::Mutation m = mutation(who, scope, collection, id, fields);
  m.op = model::Op::create;
  if (const auto own = model::naturalId(*m.collection, scope, m.patches)) m.id = *own;
  const Uuid made = m.id;
  push(who, std::move(m));
  return made;
}

void TeamApp::edit(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id,
                   const Fields& fields, std::int64_t base, const std::string& was) {
  model::Mutation m = mutation(who, scope, collection, id, fields);
  for (model::FieldPatch& patch : m.patches) {
    if (patch.field->merge == schema::Merge::text) patch.was = was;
  }
  m.base = base;
  push(who, std::move(m));
}

void TeamApp::remove(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id) {
  model::Mutation m = mutation(who, scope, collection, id, {});
  m.op = model::Op::del;
  m.base = store.scope(scope)->head;
  push(who, std::move(m));
}

model::Mutation TeamApp::mutation(const Person& who, const Uuid& scope, std::string_view collection,
                                  const Uuid& id, const Fields& fields) {
  model::Mutation m;
  m.scope = scope;
  m.device = who.device;
  m.collection = &schema::collection(collection);
  m.id = id;
  m.stamp = Hlc::fromMs(clock.wallMs());
  for (const auto& [name, value] : fields) {
    model::FieldPatch patch;
    patch.field = m.collection->find(name);
    patch.value = value;
    m.patches.push_back(std::move(patch));
  }
  return m;
}

void TeamApp::push(const Person& who, model::Mutation m) {
  m.seq = ++m_seq[{m.device, m.scope}];
  protocol::Push push;
  push.scope = m.scope;
  push.mutations.emplace_back(std::move(m));
  const auto result = sync.push(who.principal(), std::move(push));
  if (!result) throw std::runtime_error("push refused: " + result.error().message);
  const auto& outcome = result->results.at(0);
  if (outcome.outcome == model::Outcome::held) throw std::runtime_error("held: " + outcome.reason->message);
}

Uuid TeamApp::makeFamily(const Person& owner) {
  const Uuid id = Uuid::v7(clock.wallMs());
  return create(owner, id, "families", id,
                {{"name", std::string("The lamps")}, {"created_by", owner.account}});
}

Uuid TeamApp::makeProject(const Person& who) {
  const Uuid id = Uuid::v7(clock.wallMs());
  return create(who, id, "projects", id,
                {{"name", std::string("Night shoot")},
                 {"created_by", who.account},
                 {"status", std::string("shooting")},
                 {"time_zone", std::string("Africa/Casablanca")},
                 {"day_cut", std::string("04:00")}});
}

Uuid TeamApp::assign(const Person& who, const Uuid& project, const std::string& name) {
  return create(who, project, "assignments", Uuid::v7(clock.wallMs()),
                {{"name", name}, {"status", std::string("confirmed")}});
}

std::vector<model::Record> TeamApp::records(const Uuid& scope, std::string_view collection) {
  auto found = store.readAll(scope, schema::collection(collection));
  return found ? std::move(found->records) : std::vector<model::Record>();
}

std::string TeamApp::roleOf(const Uuid& scope, const Uuid& account) {
  return store.roleOf(scope, account).value_or("");
}

std::vector<Uuid> TeamApp::scopesOf(const server::Principal& who) {
  std::vector<Uuid> out;
  for (const auto& membership : store.scopesOf(who.account, who.device))
    out.push_back(membership.scope.scope);
  return out;
}

}  // namespace foyer::test
