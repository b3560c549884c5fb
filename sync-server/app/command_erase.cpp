// SPDX-License-Identifier: GPL-3.0-or-later
// foyer-server erase: removes an account, a scope or one record for good.
#include <CLI/CLI.hpp>
#include <iostream>

#include "account_services.hpp"
#include "database.hpp"
#include "options.hpp"
#include "schema/collections.hpp"
#include "server/accounts/erasure.hpp"
#include "server/app/command.hpp"
#include "server/blobs/blob_cleaner.hpp"
#include "server/db/pg_store.hpp"
#include "server/db/pg_upload_store.hpp"
#include "server/rules/foyer_rules.hpp"

namespace foyer::server::app {
namespace {

struct Wanted {
  SettingsFlags flags;
  std::string account, scope, collection, record;
  bool sure = false;
};

int fail(const Error& error) {
  std::cerr << "foyer-server: " << error.message << "\n";
  return 1;
}

Uuid idOf(const std::string& text, const std::string& field) {
  if (const auto id = Uuid::parse(text)) return *id;
  throw Error{Code::badRequest, field, "\"" + text + "\" is no id: a UUID in lower case is one."};
}

int run(Eraser& eraser, AccountService& accounts, SyncService& sync, const Wanted& wanted) {
  if (!wanted.account.empty()) {
    const auto byEmail = accounts.store().query(
        "account.find", [&](AccountTx& tx) { return tx.accountByEmail(foldEmail(wanted.account)); });
    const Uuid id = byEmail ? byEmail->id : idOf(wanted.account, "account");
    eraser.eraseAccount(id);
    std::cout << "erased account " << id.str() << "\n";
    return 0;
  }
  const Uuid scope = idOf(wanted.scope, "scope");
  if (!sync.store().scope(scope)) return fail({Code::notFound, "scope", "There is no such scope."});
  if (wanted.record.empty()) {
    eraser.eraseScope(scope);
    std::cout << "erased scope " << scope.str() << "\n";
    return 0;
  }
  const auto* collection = schema::findCollection(wanted.collection);
  if (!collection) return fail({Code::unknownCollection, "collection", "There is no such collection."});
  const bool there = eraser.eraseRecord(scope, {collection, idOf(wanted.record, "record")});
  std::cout << (there ? "erased\n" : "there was no such record; it is remembered as erased\n");
  return 0;
}

int erase(const Wanted& wanted) {
  if (wanted.account.empty() == wanted.scope.empty() || wanted.collection.empty() != wanted.record.empty()) {
    std::cerr << "foyer-server: say --account, or --scope, or --scope with --collection and --record\n";
    return 2;
  }
  if (!wanted.sure) {
    std::cerr << "foyer-server: this can't be undone, not by a backup either; say --yes\n";
    return 2;
  }
  const auto config = wanted.flags.load();
  if (!config) {
    std::cerr << "foyer-server: " << config.error().message << "\n";
    return 2;
  }
  auto keys = serverKeys(*config);
  if (!keys) return fail(keys.error());
  const auto database = openDatabase(*config, true);
  if (!database) return fail(database.error());
  if (auto ready = prepareSchema(*database); !ready) return fail(ready.error());
  auto ledger = Ledger::open(ledgerFile(*config));
  if (!ledger) return fail(ledger.error());
  const auto files = BlobFiles::open(blobFolder(*config));
  if (!files) return fail(files.error());
  const SystemClock clock;
  const FoyerRules rules;
  Pool pool(database->connection);
  PgStore store(database->connection, {}, FieldSeal(keys->sealKey()));
  SyncService sync(store, clock, rules);
  AccountServices accounts(pool, std::move(*keys), accountOptions(*config), clock, sync);
  accounts.accounts().keepLedger(**ledger);
  PgUploadStore uploads(pool);
  BlobCleaner cleaner(*files, uploads);
  Eraser eraser(accounts.accounts(), sync, ledger->get(), [&] { cleaner.dropUnused(clock.wallMs() + 1); });
  try {
    return run(eraser, accounts.accounts(), sync, wanted);
  } catch (const Error& error) {
    return fail(error);
  }
}

}  // namespace

void addErase(CLI::App& root, Chosen& chosen) {
  auto* command = root.add_subcommand(
      "erase", "Removes an account, a scope or one record for good, everywhere; no restore brings it back.");
  const auto wanted = std::make_shared<Wanted>();
  wanted->flags.addTo(*command);
  command->add_option("--account", wanted->account, "E-mail address or id of the account");
  command->add_option("--scope", wanted->scope, "Id of the scope");
  command->add_option("--collection", wanted->collection, "Collection of the record");
  command->add_option("--record", wanted->record, "Id of the record");
  command->add_flag("--yes", wanted->sure, "Really");
  command->callback([wanted, &chosen] { chosen = [wanted] { return erase(*wanted); }; });
}

}  // namespace foyer::server::app
