// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.hpp"

#include <algorithm>

#include "fault_vfs.hpp"
#include "schema/collections.hpp"

namespace foyer::test {
namespace {

constexpr int kWorld = 1000;  ///< the actor of people and trouble
constexpr std::int64_t kTenYearsMs = 10LL * 365 * 86'400'000;

}  // namespace

World::World(const Plan& plan, server::ScopeStore& database, const std::filesystem::path& folder, bool trace)
    : m_plan(plan),
      m_trace(m_time, trace),
      m_dice(plan.seed, 3),
      m_later(plan.seed, 5),
      m_database(database),
      m_server(m_time, database, plan, m_trace),
      m_writer(plan.seed * 31 + 5, m_marks, plan.has(Fault::refusals)) {
  useSqliteInOneThread();
  RandomRecords ids(plan.seed * 17 + 3);
  for (int i = 0; i < plan.people; ++i) {
    m_accounts.push_back(ids.uuid());
    m_server.inside(0, [&](ServerProcess& p) { p.service().createPerson(m_accounts.back()); });
  }
  for (int i = 0; i < plan.devices; ++i) {
    Device::Setup setup;
    setup.number = i;
    setup.folder = folder / ("d" + std::to_string(i));
    setup.who = {m_accounts[static_cast<std::size_t>(i % plan.people)], ids.uuid(), false};
    setup.live = i % 4 != 3;
    if (plan.has(Fault::upgrade) && m_later.chance(70))
      setup.level = static_cast<int>(m_later.between(1, schema::kSchemaLevel - 1));
    m_devices.push_back(std::make_unique<Device>(setup, m_time, m_server, m_plan, m_trace));
  }
}

// ---- people

void World::people() {
  m_time.in(m_dice.below(2'000 * m_plan.eagerness), kWorld, [this] {
    if (m_healing) return;
    Device& device = anyDevice();
    // People come in bursts.
    const auto times = m_dice.chance(30) ? m_dice.between(2, 12) : 1;
    for (std::int64_t i = 0; i < times && device.running(); ++i) device.act([&] { act(device); });
    people();
  });
}

void World::act(Device& device) {
  if (m_plan.has(Fault::words) && m_later.chance(30)) return m_writer.word(device);
  const auto what = m_dice.below(100);
  m_trace.mark(device.number(), 5);
  if (what < 3 && m_founded.size() < 3)
    return m_writer.found(device, m_dice.chance(60) ? "families" : "projects");
  if (what < 10) return m_writer.attend(device);
  if (what < 16) {
    const auto scopes = device.store().scopes();
    if (scopes.empty()) return;
    const Uuid scope =
        scopes[static_cast<std::size_t>(m_dice.below(static_cast<std::int64_t>(scopes.size())))].scope;
    return m_writer.choose(device, scope, openCards(scope));
  }
  m_writer.act(device);
}

std::vector<Uuid> World::openCards(const Uuid& scope) {
  std::vector<Uuid> cards;
  const auto all = m_database.readAll(scope, schema::collection("conflicts"));
  if (!all) return cards;
  for (const auto& card : all->records)
    if (model::isNull(card.at("resolution"))) cards.push_back(card.id);
  return cards;
}

// ---- trouble

void World::trouble() {
  if (m_plan.faults.empty()) return;
  m_time.in(m_dice.below(120'000), kWorld, [this] {
    if (m_healing) return;
    auto fault = m_plan.faults.begin();
    std::advance(fault, m_dice.below(static_cast<std::int64_t>(m_plan.faults.size())));
    m_trace.mark(kWorld, static_cast<int>(*fault));
    strike(*fault);
    trouble();
  });
}

void World::strike(Fault fault) {
  Device& device = anyDevice();
  const int server = static_cast<int>(m_dice.below(m_plan.servers));
  const std::int64_t jump = m_dice.chance(30)   ? m_dice.between(-kTenYearsMs, kTenYearsMs)
                            : m_dice.chance(50) ? m_dice.between(-7'200'000, 7'200'000)
                                                : 0;
  switch (fault) {
    case Fault::partition: {
      const auto way = m_dice.below(4);
      m_trace.say(device.name(), [&] { return "partition " + std::to_string(way); });
      return device.way().block(way == 1 || way == 3, way == 2 || way == 3);
    }
    case Fault::deviceCrash: {
      if (m_dice.chance(20)) return device.shutDown();
      if (m_dice.chance(40)) return device.crash();
      m_trace.say(device.name(), [] { return std::string("its power will go soon"); });
      return device.disk().dieAfter(m_dice.between(1, 40));
    }
    case Fault::serverCrash: {
      if (m_dice.chance(20)) return m_server.kill(server);
      const auto where = static_cast<FaultStore::Where>(m_dice.below(3));
      if (auto* p = m_server.process(server))
        p->store().arm(FaultStore::What::die, where, m_dice.between(1, 8));
      return;
    }
    case Fault::serverTrouble: {
      const auto where = static_cast<FaultStore::Where>(m_dice.below(3));
      if (auto* p = m_server.process(server))
        p->store().arm(FaultStore::What::refuse, where, m_dice.between(1, 4));
      return;
    }
    case Fault::diskFull: {
      const bool full = !device.disk().full();
      m_trace.say(device.name(), [&] { return std::string(full ? "disk full" : "disk has room"); });
      return device.disk().setFull(full);
    }
    case Fault::deviceClock:
      return device.jumpClock(jump);
    case Fault::serverClock:
      return m_server.jumpClock(server, jump);
    case Fault::members:
      return changeMembers();
    case Fault::slow:
      return device.way().setSlow(m_dice.chance(50));
    case Fault::snapshot:
      return goBack();
    case Fault::purge:
      return emptyTrash(server);
    case Fault::upgrade:
      if (device.running()) device.upgrade();
      return;
    case Fault::echo:
    case Fault::words:
    case Fault::ledger:
    case Fault::loss:
    case Fault::straggler:
    case Fault::cut:
    case Fault::refusals:
    case Fault::count:
      return;  // happen to messages and words by themselves
  }
}

Verdict World::run() {
  Verdict verdict;
  people();
  trouble();
  while (m_time.step(m_plan.lengthMs) || m_time.now() < m_plan.lengthMs) {
    if (!broken().empty()) break;
  }
  verdict.failure = broken();
  if (verdict.failure.empty() && !heal()) verdict.failure = "does not converge: " + unconverged();
  if (verdict.failure.empty()) verdict.failure = broken();
  if (verdict.failure.empty()) verdict.failure = different();
  if (verdict.failure.empty()) verdict.failure = wrongDigest();
  if (verdict.failure.empty()) verdict.failure = wrongStatus();
  if (verdict.failure.empty()) verdict.failure = wrongProjection();
  if (verdict.failure.empty()) {
    std::vector<Device*> devices;
    for (auto& device : m_devices) devices.push_back(device.get());
    verdict.failure = m_marks.missing(m_database, allScopes(), devices);
  }
  verdict.simulatedMs = m_time.now();
  verdict.healedAfterMs = m_healedAfter;
  verdict.written = m_writer.written();
  verdict.marked = m_marks.count();
  verdict.hash = m_trace.hash();
  verdict.trace = m_trace.text(100'000);
  return verdict;
}

}  // namespace foyer::test
