// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>
#include <vector>

#include "account_app.hpp"
#include "server/accounts/erasure.hpp"
#include "server/accounts/family_service.hpp"
#include "server/accounts/project_service.hpp"
#include "server/db/pg_store.hpp"
#include "server/rules/foyer_rules.hpp"

namespace foyer::test {

/// Somebody who signed in over the socket.
struct Person {
  Uuid account;
  Uuid device;
  std::string email;
  std::string token;
  server::Principal principal() const { return {account, device, false}; }
};

/// Accounts, families and projects on a real socket, over the real store of scopes.
class TeamApp {
 public:
  TeamApp();
  ~TeamApp();

  ApiClient client() const { return ApiClient(m_server.port()); }
  Person join(const std::string& name);
  /// As a device would: the head record of a new scope, pushed.
  Uuid makeFamily(const Person& owner);
  Uuid makeProject(const Person& coordinator);
  Uuid assign(const Person& coordinator, const Uuid& project, const std::string& name);
  using Fields = std::vector<std::pair<std::string, model::Value>>;
  /// Each pushes one mutation, and throws when it is held. `was` is what edited texts were.
  Uuid create(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id,
              const Fields& fields);
  void edit(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id,
            const Fields& fields, std::int64_t base, const std::string& was = {});
  void remove(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id);

  std::vector<model::Record> records(const Uuid& scope, std::string_view collection);
  std::string roleOf(const Uuid& scope, const Uuid& account);
  /// Ids of the scopes that a hello offers.
  std::vector<Uuid> scopesOf(const server::Principal& who);
  void runJobs() { sync.runJobs(); }

  SharedClock clock;
  server::AccountOptions options = AccountApp::cheap();
  TempDatabase database;
  server::Pool pool;
  server::AccountStore accountStore;
  server::ServerKeys keys;
  server::PgStore store;
  server::FoyerRules rules;
  server::SyncService sync;
  server::AccountService accounts;
  server::ScopeCommands commands;
  server::FamilyService families;
  server::ProjectService projects;
  QTemporaryDir dir;
  std::unique_ptr<server::Ledger> ledger =
      std::move(*server::Ledger::open(std::filesystem::path(dir.path().toStdString()) / "ledger"));
  server::Eraser eraser{accounts, sync, ledger.get(), {}};

 private:
  model::Mutation mutation(const Person& who, const Uuid& scope, std::string_view collection, const Uuid& id,
                           const Fields& fields);
  void push(const Person& who, model::Mutation m);

  std::map<std::pair<Uuid, Uuid>, std::uint64_t> m_seq;
  server::http::Router m_router;
  server::http::WorkQueue m_queue;
  server::http::Server m_server;
};

}  // namespace foyer::test
