// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/application.hpp"

#include "account_services.hpp"
#include "database.hpp"
#include "endpoints.hpp"
#include "housekeeping.hpp"
#include "ledger_keeper.hpp"
#include "options.hpp"
#include "server/api/accounts.hpp"
#include "server/backup/backup.hpp"
#include "server/blobs/uploads.hpp"
#include "server/catalog/catalog.hpp"
#include "server/db/pg_upload_store.hpp"
#include "server/http/server.hpp"
#include "server/ops/log.hpp"
#include "server/ops/metrics.hpp"
#include "sync_services.hpp"
#include "ticker.hpp"

namespace foyer::server::app {
namespace {

constexpr std::chrono::minutes kSweepInterval{10};
constexpr const char* kWaitingHelp = "Requests that wait for a worker";

void logStatement(std::string_view event, int connection, std::string_view what, double ms) {
  ops::log(ops::Level::debug, "database",
           {{"what", event}, {"connection", connection}, {"name", what}, {"ms", ms}});
}

ops::Counter& epochsOpened() {
  return ops::Metrics::global().counter("foyer_epochs_opened_total",
                                        "Scopes that came back from an older state");
}

void epochOpened(const ScopeRow& scope, const Principal& shownBy) {
  epochsOpened().add();
  ops::logWarning("epoch opened: the database is older than what a device has seen",
                  {{"scope", scope.scope.str()},
                   {"epoch", scope.epoch},
                   {"restored_head", scope.epochBase},
                   {"device", shownBy.device.str()}});
}

/// Members are in the order of construction: what stands lower uses what stands above.
class Running final : public Application {
 public:
  explicit Running(const config::Config& config)
      : m_config(config),
        m_queue(static_cast<std::size_t>(config.integer("http.workers")),
                static_cast<std::size_t>(config.integer("http.queue"))) {}
  ~Running() override { Running::stop(); }

  Result<void> begin() {
    const auto finished = finishRestore(restoringFolder(m_config));
    if (!finished) return finished.error();
    if (*finished) ops::logInfo("a restore that was cut off is finished");
    auto database = openDatabase(m_config, false);
    if (!database) return database.error();
    m_database = std::move(*database);
    if (auto ready = prepareSchema(m_database); !ready) return ready;
    m_pool = std::make_unique<Pool>(m_database.connection, logStatement);
    if (auto opened = openBlobs(); !opened) return opened;
    auto keys = serverKeys(m_config);
    if (!keys) return keys.error();
    auto ledger = LedgerKeeper::open(m_config, *m_pool);
    if (!ledger) return ledger.error();
    m_ledger = std::move(*ledger);
    m_sync = std::make_unique<SyncServices>(m_database.connection, m_clock, m_queue, syncLimits(m_config),
                                            rules(), logStatement, FieldSeal(keys->sealKey()),
                                            m_config.duration("metrics.lag_every"));
    m_accounts = std::make_unique<AccountServices>(*m_pool, std::move(*keys), accountOptions(m_config),
                                                   m_clock, m_sync->service());
    m_accounts->accounts().keepLedger(m_ledger->ledger());
    startKeeping();
    m_ledger->begin(m_accounts->commands(), [this](const LedgerEntry& entry) { m_eraser->again(entry); });
    epochsOpened();
    m_sync->service().onEpochOpened([this](const ScopeRow& scope, const Principal& shownBy) {
      epochOpened(scope, shownBy);
      m_ledger->wentBack();
    });
    loadCatalogue();
    addChecks();

    Services services;
    services.uploads = m_uploads.get();
    services.sync = &m_sync->service();
    services.hub = &m_sync->hub();
    services.accounts = &m_accounts->accounts();
    services.eraser = m_eraser.get();
    services.families = &m_accounts->families();
    services.projects = &m_accounts->projects();
    addEndpoints(m_router, services, m_checks);
    ops::Metrics::global().gaugeFrom("foyer_work_queue_waiting", kWaitingHelp,
                                     [this] { return static_cast<double>(m_queue.waiting()); });
    m_server = std::make_unique<http::Server>(serverOptions(m_config), m_router, m_queue, m_clock, hooks());
    return m_server->start();
  }

  std::uint16_t port() const override { return m_server ? m_server->port() : std::uint16_t{0}; }

  void stop() override {
    if (std::exchange(m_stopped, true)) return;
    if (m_server) m_server->stop();
    if (m_housekeeping) m_housekeeping->stop();
    if (m_sync) m_sync->stop();
    if (m_sweeper) m_sweeper->stop();
    if (m_ledger) m_ledger->stop();
    m_queue.stop();
    ops::Metrics::global().gaugeFrom("foyer_work_queue_waiting", kWaitingHelp, [] { return 0.0; });
    if (m_database.cluster) m_database.cluster->stop();
  }

 private:
  FoyerRules rules() {
    const auto names = [this](const Uuid& account) {
      const auto row =
          AccountStore(*m_pool).query("name", [&](AccountTx& tx) { return tx.account(account); });
      return row ? row->displayName : std::string();
    };
    const auto stored = [this](const Uuid& scope, const std::string& sha256) {
      return m_uploadStore->sizeIn(scope, sha256).has_value();
    };
    const auto devices = [this](const Uuid& device) {
      const auto row =
          AccountStore(*m_pool).query("device name", [&](AccountTx& tx) { return tx.device(device); });
      return row ? row->name : std::string();
    };
    FoyerRules rules(names, stored, devices);
    rules.rememberMembers([this](const Uuid& scope) { return membersByLedger(m_ledger->ledger(), scope); });
    rules.codes()->keepLedger(m_ledger->ledger());
    return rules;
  }

  http::ServerHooks hooks() {
    return {
        [this](const http::Request& request) { return api::authenticate(m_accounts->accounts(), request); }};
  }

  Result<void> openBlobs() {
    auto files = BlobFiles::open(blobFolder(m_config));
    if (!files) return files.error();
    m_files = std::make_unique<BlobFiles>(std::move(*files));
    m_uploadStore = std::make_unique<PgUploadStore>(*m_pool);
    m_uploads = std::make_unique<Uploads>(*m_files, *m_uploadStore, m_clock, uploadLimits(m_config));
    const auto sweep = [this] {
      const int removed = m_uploads->removeExpired();
      if (removed > 0) ops::logInfo("uploads expired", {{"count", removed}});
    };
    sweep();
    m_sweeper = std::make_unique<Ticker>(kSweepInterval, sweep);
    return {};
  }

  void loadCatalogue() {
    if (!m_config.boolean("catalog.built_in")) return;
    tellLoaded(titles::kBuiltInPack, loadBuiltInCatalog(m_sync->service()));
    tellLoaded(kReferencePack, loadReference(m_sync->service()));
  }

  static void tellLoaded(std::string_view pack, const CatalogLoaded& loaded) {
    if (loaded.changed == 0 && loaded.removed == 0) return;
    ops::logInfo("catalogue loaded", {{"pack", std::string(pack)},
                                      {"entries", static_cast<std::int64_t>(loaded.entries)},
                                      {"changed", static_cast<std::int64_t>(loaded.changed)},
                                      {"removed", static_cast<std::int64_t>(loaded.removed)}});
  }

  void startKeeping() {
    m_cleaner = std::make_unique<BlobCleaner>(*m_files, *m_uploadStore);
    m_eraser = std::make_unique<Eraser>(m_accounts->accounts(), m_sync->service(), &m_ledger->ledger(),
                                        [this] { m_cleaner->dropUnused(m_clock.wallMs() + 1); });
    m_housekeeping = std::make_unique<Housekeeping>(m_sync->service(), *m_uploadStore, *m_cleaner, *m_eraser,
                                                    keeping(m_config));
  }

  void addChecks() {
    m_checks.emplace_back("database", [this]() -> Result<void> {
      try {
        m_pool->transaction("ready", [](pqxx::work& tx) { tx.exec("SELECT 1"); });
        return {};
      } catch (const std::exception&) {
        return {Code::unreachable, "the database does not answer"};
      }
    });
  }

  const config::Config& m_config;
  SystemClock m_clock;
  Database m_database;
  std::unique_ptr<Pool> m_pool;
  std::unique_ptr<BlobFiles> m_files;
  std::unique_ptr<PgUploadStore> m_uploadStore;
  std::unique_ptr<Uploads> m_uploads;
  std::unique_ptr<Ticker> m_sweeper;
  ReadyChecks m_checks;
  http::Router m_router;
  http::WorkQueue m_queue;
  std::unique_ptr<SyncServices> m_sync;
  std::unique_ptr<AccountServices> m_accounts;
  std::unique_ptr<LedgerKeeper> m_ledger;
  std::unique_ptr<BlobCleaner> m_cleaner;
  std::unique_ptr<Eraser> m_eraser;
  std::unique_ptr<Housekeeping> m_housekeeping;
  std::unique_ptr<http::Server> m_server;
  bool m_stopped = false;
};

}  // namespace

Result<std::unique_ptr<Application>> Application::start(const config::Config& config) {
  auto running = std::make_unique<Running>(config);
  if (auto begun = running->begin(); !begun) return begun.error();
  return std::unique_ptr<Application>(std::move(running));
}

}  // namespace foyer::server::app
