// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "seeds.hpp"
#include "server/db/memory_store.hpp"
#include "world.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::uint64_t kSeeds = 200;

std::uint64_t number(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given && *given ? std::strtoull(given, nullptr, 10) : otherwise;
}

/// In memory where the system has such a place: thousands of databases come and go.
QString folderTemplate() {
  const bool memory = std::filesystem::exists("/dev/shm");
  return (memory ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
         QStringLiteral("/foyer-simulation-XXXXXX");
}

Verdict runOnce(const Plan& plan, bool trace) {
  QTemporaryDir folder(folderTemplate());
  server::MemoryStore database;
  World world(plan, database, folder.path().toStdString(), trace);
  return world.run();
}

/// A failure without what differs from run to run: numbers, ids and names of devices.
std::string kindOf(const std::string& failure) {
  std::string kind;
  for (const char c : failure.substr(0, failure.find(':', 4)))
    if (c < '0' || c > '9') kind += c;
  return kind.substr(0, 24);
}

/// The same failure with less: fewer faults, less time, fewer devices.
Plan smaller(Plan plan) {
  const std::string kind = kindOf(runOnce(plan, false).failure);
  const auto fails = [&kind](const Plan& p) { return kindOf(runOnce(p, false).failure) == kind; };
  for (bool again = true; again;) {
    again = false;
    for (const Fault fault : std::set<Fault>(plan.faults)) {
      const Plan less = plan.without(fault);
      if (less.faults != plan.faults && fails(less)) plan = less, again = true;
    }
    Plan less = plan;
    less.lengthMs = plan.lengthMs * 3 / 4 / 60'000 * 60'000;
    if (less.lengthMs < plan.lengthMs && fails(less)) plan = less, again = true;
    less = plan;
    --less.devices;
    less.people = std::min(less.people, less.devices);
    if (less.devices > 0 && fails(less)) plan = less, again = true;
  }
  return plan;
}

}  // namespace

/// Devices, a server, and everything that can go wrong between them, thousands of times. `FOYER_SEED` runs
/// one seed, with `FOYER_TRACE=1` saying what happens; `FOYER_SHRINK=1` looks for a smaller run that fails
/// too.
class SimulationTest : public QObject {
  Q_OBJECT

 private slots:
  void knownSeeds();
  void knownSeedsMeanWhatTheyDid();
  void aSeedIsAlwaysTheSame();
  void everythingMeetsAgain();

 private:
  bool check(const Plan& plan, Verdict& verdict);
};

bool SimulationTest::check(const Plan& plan, Verdict& verdict) {
  const bool wanted = number("FOYER_TRACE", 0) != 0;
  verdict = runOnce(plan, wanted);
  if (wanted) fprintf(stderr, "%s", verdict.trace.c_str());
  if (verdict.failure.empty()) return true;
  qWarning("%s\n  replay: %s FOYER_TRACE=1", verdict.failure.c_str(), plan.replay().c_str());
  if (number("FOYER_SHRINK", 0) != 0) {
    const Plan small = smaller(plan);
    qWarning("smaller: %s\n  %s", small.replay().c_str(), runOnce(small, false).failure.c_str());
  }
  return false;
}

void SimulationTest::knownSeeds() {
  for (const KnownSeed& known : kKnownSeeds) {
    const Plan plan = Plan::drawn(known.seed, known.end);
    Verdict verdict;
    if (!check(plan, verdict)) QFAIL(known.what.data());
  }
}

void SimulationTest::knownSeedsMeanWhatTheyDid() {
  bool same = true;
  for (const KnownSeed& known : kKnownSeeds) {
    const std::uint64_t hash = Plan::drawn(known.seed, known.end).hash();
    if (hash == known.plan) continue;
    same = false;
    qWarning("seed %llu is another plan now: 0x%llx", static_cast<unsigned long long>(known.seed),
             static_cast<unsigned long long>(hash));
  }
  QVERIFY(same);
}

void SimulationTest::aSeedIsAlwaysTheSame() {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Plan plan = Plan::of(seed);
    QCOMPARE(runOnce(plan, false).hash, runOnce(plan, false).hash);
  }
}

void SimulationTest::everythingMeetsAgain() {
  const bool one = std::getenv("FOYER_SEED") != nullptr;
  const std::uint64_t first = one ? seedOfRun() : number("FOYER_FIRST_SEED", 1);
  const std::uint64_t count = one ? 1 : number("FOYER_SEEDS", kSeeds);
  std::uint64_t failed = 0;
  std::size_t written = 0;
  std::size_t marked = 0;
  std::int64_t simulated = 0;
  std::int64_t slowest = 0;
  const std::clock_t began = std::clock();
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    Verdict verdict;
    if (!check(Plan::of(seed), verdict)) ++failed;
    written += verdict.written;
    marked += verdict.marked;
    simulated += verdict.simulatedMs;
    slowest = std::max(slowest, verdict.healedAfterMs);
  }
  const double minutes = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC / 60;
  const double hours = static_cast<double>(simulated) / 3'600'000;
  qInfo(
      "%llu seeds from %llu: %.0f simulated hours, %.0f per minute of CPU time; %zu writes, %zu marked "
      "values; healed within %.1f s",
      static_cast<unsigned long long>(count), static_cast<unsigned long long>(first), hours, hours / minutes,
      written, marked, static_cast<double>(slowest) / 1000);
  QCOMPARE(failed, std::uint64_t{0});
}

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulation_test.moc"
