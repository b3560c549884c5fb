// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "dice.hpp"
#include "plan.hpp"
#include "server_process.hpp"
#include "timeline.hpp"
#include "trace.hpp"

namespace foyer::test {

/// The server of a simulation: one or two processes over one database. Each has its own clock, dies, and is
/// started again.
class SimServer {
 public:
  SimServer(Timeline& time, server::ScopeStore& database, const Plan& plan, Trace& trace);

  /// Any process that runs, or none.
  int someProcess();
  ServerProcess* process(int index);
  std::size_t processes() const { return m_slots.size(); }
  /// Runs `work` in a process, which may die of it; then all its connections end and it is started again
  /// later. False: it died, or was dead already.
  bool inside(int index, const std::function<void(ServerProcess&)>& work);
  void kill(int index);
  /// The clock of a process is wrong from now on.
  void jumpClock(int index, std::int64_t offsetMs);
  std::int64_t clockOffset(int index) const {
    return m_slots[static_cast<std::size_t>(index)]->clock.offset();
  }
  /// Starts what is down, clocks right, and disarms what was planned.
  void heal();

  /// A write by the server itself: a membership, say. False when it did not work.
  bool write(const Uuid& scope, const Uuid& account, const std::function<void(server::ScopeWriter&)>& fn);

  server::ScopeStore& database() { return m_database; }

 private:
  struct Slot {
    explicit Slot(const Clock& right) : clock(right) {}
    WrongClock clock;
    std::unique_ptr<ServerProcess> process;
    std::uint64_t generation = 0;
  };
  void start(int index);
  void later(int index, std::int64_t delayMs, std::function<void(ServerProcess&)> work);
  void every(int index, std::int64_t periodMs, void (*work)(ServerProcess&));
  std::string who(int index) const { return "s" + std::to_string(index); }
  int actor(int index) const { return 100 + index; }

  Timeline& m_time;
  server::ScopeStore& m_database;
  Trace& m_trace;
  Dice m_dice;
  std::vector<std::unique_ptr<Slot>> m_slots;
  std::vector<std::unique_ptr<ServerProcess>> m_buried;  ///< until the event that killed them is over
};

}  // namespace foyer::test
