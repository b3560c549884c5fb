// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "server/db/memory_store.hpp"
#include "server/db/migrate.hpp"
#include "server/db/pg_store.hpp"
#include "temp_postgres.hpp"
#include "world.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::uint64_t kSeeds = 12;

Verdict runOver(server::ScopeStore& database, const Plan& plan) {
  QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/foyer-simulation-XXXXXX"));
  World world(plan, database, folder.path().toStdString(), false);
  return world.run();
}

}  // namespace

/// The same seeds over PostgreSQL as over memory: every message at the same moment, so that the two stores
/// can't drift apart. FOYER_SEED is the first seed, FOYER_SEEDS their number.
class SimulationPgTest : public QObject {
  Q_OBJECT

 private slots:
  void postgresDoesWhatMemoryDoes();
};

void SimulationPgTest::postgresDoesWhatMemoryDoes() {
  bool set = false;
  const int wanted = qEnvironmentVariableIntValue("FOYER_SEEDS", &set);
  const std::uint64_t first = std::getenv("FOYER_SEED") ? seedOfRun() : 1;
  const std::uint64_t count = set ? static_cast<std::uint64_t>(wanted) : kSeeds;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    Plan plan = Plan::of(seed).without(Fault::snapshot);  // of a machine in memory only
    plan.lengthMs = std::min<std::int64_t>(plan.lengthMs, 40 * 60'000);
    server::MemoryStore memory;
    const Verdict inMemory = runOver(memory, plan);
    const TempDatabase database =
        TempPostgres::shared().clone("simulation", [](const std::string& connection) {
          const auto applied = server::migrate(connection);
          if (!applied) throw std::runtime_error(applied.error().message);
        });
    server::PgStore postgres(database.connection());
    const Verdict inPostgres = runOver(postgres, plan);
    QVERIFY2(inPostgres.failure.empty(), (plan.replay() + ": " + inPostgres.failure).c_str());
    QVERIFY2(inPostgres.hash == inMemory.hash,
             (plan.replay() + ": PostgreSQL and memory answer differently").c_str());
  }
}

QTEST_GUILESS_MAIN(SimulationPgTest)
#include "simulation_pg_test.moc"
