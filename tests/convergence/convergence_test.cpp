// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "writer.hpp"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kDevices = 8;
constexpr int kRounds = 200;
constexpr int kRoundsBetweenChecks = 25;
constexpr int kStepsPerRound = 40;

int rounds() {
  bool set = false;
  const int wanted = qEnvironmentVariableIntValue("FOYER_ROUNDS", &set);
  return set ? wanted : kRounds;
}

}  // namespace

/// Eight devices of three people, two families, one server: everything that can go wrong on the way does, and
/// in the end all of them hold the same bytes and nothing that anybody wrote is missing.
class ConvergenceTest : public QObject {
  Q_OBJECT

 private slots:
  void allDevicesMeetAgain();

 private:
  struct World {
    explicit World(std::uint64_t seed);
    std::uint64_t below(std::uint64_t n) { return random() % n; }
    Device& any() { return *devices[below(devices.size())]; }
    void step();
    void round();
    bool settle();
    bool settleOnce();
    void admitMembers();
    QString difference();
    QString missing();

    QTemporaryDir dir;
    ManualClock clock;
    std::mt19937_64 random;
    ServerDouble server{clock};
    std::vector<Uuid> accounts;
    std::vector<std::unique_ptr<Device>> devices;
    Writer writer;
    std::set<Uuid> shared;
  };
};

ConvergenceTest::World::World(std::uint64_t seed) : random(seed), writer(seed + 1) {
  RandomRecords ids(seed + 2);
  for (int i = 0; i < 3; ++i) {
    accounts.push_back(ids.uuid());
    server.createPerson(accounts.back());
  }
  for (int i = 0; i < kDevices; ++i) {
    Device::Setup setup;
    setup.file = std::filesystem::path(dir.path().toStdString()) / ("device" + std::to_string(i) + ".sqlite");
    setup.who = {accounts[static_cast<std::size_t>(i) % accounts.size()], ids.uuid(), false};
    setup.skewMs = i % 3 == 2 ? static_cast<std::int64_t>(below(7'200'000)) - 3'600'000 : 0;
    setup.live = i % 4 != 3;
    setup.seed = seed + 100 + static_cast<std::uint64_t>(i);
    devices.push_back(std::make_unique<Device>(server, clock, setup));
  }
}

/// One thing happens somewhere.
void ConvergenceTest::World::step() {
  Device& device = any();
  switch (below(100)) {
    case 0:
      return device.cut();
    case 1:
      return device.goOnline(false);
    case 2:
    case 3:
    case 4:
      return device.goOnline(true);
    case 5:
      return below(3) == 0 ? device.crash() : void();
    case 6:
      return device.straggle();
    case 7:
      if (below(8) == 0) {
        server.startProcess();
        for (auto& d : devices)
          if (d->session()) d->serverGone();
      }
      return;
    case 8:
      if (device.session()) server.makeStale(device.session());
      return;
    default:
      break;
  }
  switch (below(8)) {
    case 0:
      return writer.act(device);
    case 1:
      clock.advance(static_cast<std::int64_t>(below(2'000)));
      for (auto& d : devices) d->tickIfWanted();
      return;
    case 2:
    case 3:
      return device.finishOpening();
    case 4:
    case 5:
      return device.deliverUp();
    default:
      return device.deliverDown();
  }
}

void ConvergenceTest::World::round() {
  for (int i = 0; i < kStepsPerRound; ++i) step();
  if (shared.size() < 2 && below(20) == 0) writer.foundFamily(any());
  admitMembers();
}

/// Families that reached the server get the other people in.
void ConvergenceTest::World::admitMembers() {
  for (const Uuid& founder : accounts) {
    for (const Uuid& scope : server.scopesOf(founder)) {
      if (std::find(accounts.begin(), accounts.end(), scope) != accounts.end() ||
          !shared.insert(scope).second)
        continue;
      for (const Uuid& other : accounts)
        if (other != founder) server.setMember(scope, other, "member");
    }
  }
}

/// The network is healed and everybody gets the time to finish. Twice: devices that can't be told anything
/// have to ask once more when the others are done.
bool ConvergenceTest::World::settle() { return settleOnce() && settleOnce(); }

bool ConvergenceTest::World::settleOnce() {
  for (auto& d : devices) d->goOnline(true);
  for (int turn = 0; turn < 4'000; ++turn) {
    for (auto& d : devices) {
      d->finishOpening();
      for (int i = 0; i < 50 && !d->idle(); ++i) d->deliverUp(), d->deliverDown();
      d->tickIfWanted();
    }
    admitMembers();
    const auto quiet = [](const auto& d) { return d->idle() && d->engine().settled(); };
    if (std::all_of(devices.begin(), devices.end(), quiet)) return true;
    if (turn % 10 == 9) clock.advance(500);
  }
  return false;
}

QString ConvergenceTest::World::difference() {
  for (std::size_t i = 0; i < devices.size(); ++i) {
    auto& device = *devices[i];
    const auto scopes = server.scopesOf(device.who().account);
    for (const Uuid& scope : scopes) {
      const auto info = device.store().scope(scope);
      const auto row = server.scope(scope);
      if (!info) return QStringLiteral("device %1 lacks a scope").arg(i);
      std::vector<std::string> here;
      device.store().exportScope(scope, [&here](std::string_view line) { here.emplace_back(line); });
      const auto there = server.exportScope(scope);
      for (std::size_t k = 0; k < std::max(here.size(), there.size()); ++k) {
        const std::string mine = k < here.size() ? here[k] : "(nothing)";
        const std::string theirs = k < there.size() ? there[k] : "(nothing)";
        if (mine != theirs)
          return QStringLiteral("device %1 at version %2 of %3, scope %4\n  here  %5\n  there %6")
              .arg(i)
              .arg(info->cursor)
              .arg(row->head)
              .arg(QString::fromStdString(scope.str()), QString::fromStdString(mine),
                   QString::fromStdString(theirs));
      }
      if (info->digest != row->digest || info->cursor != row->head)
        return QStringLiteral("device %1: digest or version differs").arg(i);
    }
    for (const auto& info : device.store().scopes())
      if (info.confirmed && !scopes.contains(info.scope))
        return QStringLiteral("device %1 keeps a lost scope").arg(i);
  }
  return {};
}

/// Marked values that are neither in a row, nor in a conflict, nor in needs attention, nor replaced by
/// somebody who saw them.
QString ConvergenceTest::World::missing() {
  std::set<std::string> found;
  for (const Uuid& account : accounts)
    for (const Uuid& scope : server.scopesOf(account))
      for (const auto& line : server.exportScope(scope)) found.merge(marksIn(line));
  for (auto& device : devices) {
    for (const auto& item : device->store().heldItems())
      for (const auto& patch : item.mutation.patches) {
        if (const auto* text = std::get_if<std::string>(&patch.value)) found.merge(marksIn(*text));
        for (const auto& element : patch.added) found.merge(marksIn(element));
      }
  }
  for (const auto& [name, mark] : writer.marks())
    if (!mark.replaced && !found.contains(name))
      return QStringLiteral("%1 is lost: scope %2, photo %3")
          .arg(QString::fromStdString(name), QString::fromStdString(mark.scope.str()),
               QString::fromStdString(mark.id.str()));
  return {};
}

void ConvergenceTest::allDevicesMeetAgain() {
  const std::uint64_t seed = seedOfRun();
  qInfo("FOYER_SEED=%llu FOYER_ROUNDS=%d", static_cast<unsigned long long>(seed), rounds());
  QElapsedTimer time;
  time.start();
  World world(seed);
  for (int round = 1; round <= rounds(); ++round) {
    world.round();
    if (round % kRoundsBetweenChecks != 0 && round != rounds()) continue;
    QVERIFY2(world.settle(), qPrintable(QStringLiteral("round %1: not settled").arg(round)));
    const QString difference = world.difference();
    QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(difference)));
    const QString missing = world.missing();
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(missing)));
  }
  std::size_t held = 0;
  for (auto& device : world.devices) held += device->store().heldItems().size();
  qInfo("%zu writes, %zu marked values, %zu held, %.1f s", world.writer.written(),
        world.writer.marks().size(), held, static_cast<double>(time.elapsed()) / 1000);
  QVERIFY(world.writer.written() > static_cast<std::size_t>(rounds()));
}

QTEST_GUILESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
