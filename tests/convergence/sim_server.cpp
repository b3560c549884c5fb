// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_server.hpp"

namespace foyer::test {
namespace {

/// As the server's own: covers lost hints.
constexpr std::int64_t kPollMs = 5'000;
/// Looks for jobs that come back after a failure.
constexpr std::int64_t kJobsMs = 20'000;

}  // namespace

SimServer::SimServer(Timeline& time, server::ScopeStore& database, const Plan& plan, Trace& trace)
    : m_time(time), m_database(database), m_trace(trace), m_dice(plan.seed, 2) {
  for (int i = 0; i < plan.servers; ++i) m_slots.push_back(std::make_unique<Slot>(time));
  for (int i = 0; i < plan.servers; ++i) start(i);
}

ServerProcess* SimServer::process(int index) {
  return m_slots.at(static_cast<std::size_t>(index))->process.get();
}

int SimServer::someProcess() {
  const auto count = static_cast<std::int64_t>(m_slots.size());
  const auto first = m_dice.below(count);
  for (std::int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<int>((first + i) % count);
    if (process(index)) return index;
  }
  return -1;
}

void SimServer::later(int index, std::int64_t delayMs, std::function<void(ServerProcess&)> work) {
  const std::uint64_t generation = m_slots[static_cast<std::size_t>(index)]->generation;
  m_time.in(delayMs, actor(index), [this, index, generation, work = std::move(work)] {
    if (m_slots[static_cast<std::size_t>(index)]->generation == generation) inside(index, work);
  });
}

void SimServer::start(int index) {
  Slot& slot = *m_slots[static_cast<std::size_t>(index)];
  if (slot.process) return;
  ++slot.generation;
  slot.process = std::make_unique<ServerProcess>(
      m_database, slot.clock, [this, index](std::int64_t delayMs, std::function<void()> work) {
        later(index, delayMs, [work = std::move(work)](ServerProcess&) { work(); });
      });
  slot.process->onCommit = [this, index](const server::ScopeChange& change) {
    later(index, 10, [](ServerProcess& p) { p.runJobs(); });
    for (std::size_t other = 0; other < m_slots.size(); ++other) {
      if (static_cast<int>(other) == index || m_dice.chance(10)) continue;  // a hint may get lost
      server::ScopeChange hint;  // as much as travels between processes
      hint.scope = change.scope;
      hint.head = change.head;
      hint.members = change.members;
      if (m_slots[other]->process)
        later(static_cast<int>(other), m_dice.between(1, 50),
              [hint](ServerProcess& p) { p.hub().changed(hint); });
    }
  };
  m_trace.say(who(index), [] { return std::string("starts"); });
  every(index, kPollMs, [](ServerProcess& p) {
    if (p.hub().followers() > 0) p.hub().poll();
  });
  every(index, kJobsMs, [](ServerProcess& p) { p.runJobs(); });
}

/// Goes on when the database refuses once.
void SimServer::every(int index, std::int64_t periodMs, void (*work)(ServerProcess&)) {
  later(index, periodMs, [this, index, periodMs, work](ServerProcess& p) {
    try {
      work(p);
    } catch (const std::runtime_error&) {
      every(index, periodMs, work);
      throw;
    }
    every(index, periodMs, work);
  });
}

bool SimServer::inside(int index, const std::function<void(ServerProcess&)>& work) {
  m_buried.clear();
  ServerProcess* running = process(index);
  if (!running) return false;
  try {
    work(*running);
  } catch (const ProcessDied&) {
  } catch (const std::runtime_error& refused) {
    m_trace.say(who(index), [&] { return std::string("database: ") + refused.what(); });
  }
  if (!running->store().died()) return true;
  kill(index);
  return false;
}

void SimServer::kill(int index) {
  Slot& slot = *m_slots[static_cast<std::size_t>(index)];
  if (!slot.process) return;
  m_trace.say(who(index), [] { return std::string("dies"); });
  m_trace.mark(actor(index), 1);
  ++slot.generation;
  m_buried.push_back(std::move(slot.process));
  m_buried.back()->hangUpAll();
  m_time.in(m_dice.between(300, 20'000), actor(index), [this, index] { start(index); });
}

void SimServer::jumpClock(int index, std::int64_t offsetMs) {
  m_trace.say(who(index), [&] { return "clock is now wrong by " + std::to_string(offsetMs / 1000) + " s"; });
  m_slots[static_cast<std::size_t>(index)]->clock.set(offsetMs);
}

void SimServer::heal() {
  for (std::size_t i = 0; i < m_slots.size(); ++i) {
    m_slots[i]->clock.set(0);
    start(static_cast<int>(i));
    m_slots[i]->process->store().arm(FaultStore::What::refuse, FaultStore::Where::before, 0);
  }
}

bool SimServer::write(const Uuid& scope, const Uuid& account,
                      const std::function<void(server::ScopeWriter&)>& fn) {
  const int index = someProcess();
  if (index < 0) return false;
  bool done = false;
  inside(index, [&](ServerProcess& p) {
    server::Want want;
    want.account = account;
    p.service().write(scope, want, fn);
    done = true;
  });
  return done;
}

}  // namespace foyer::test
