// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "device.hpp"
#include "marks.hpp"
#include "plan.hpp"
#include "server/db/memory_store.hpp"
#include "sim_server.hpp"
#include "trace.hpp"
#include "writer.hpp"

namespace foyer::test {

/// What a seed came to.
struct Verdict {
  std::string failure;  ///< empty: everything is as promised
  std::int64_t simulatedMs = 0;
  std::int64_t healedAfterMs = 0;
  std::size_t written = 0;
  std::size_t marked = 0;
  std::uint64_t hash = 0;  ///< of what happened: equal in every run of the seed
  std::string trace;
};

/// One simulation: devices, people, a server and all that goes wrong, from one seed and with one time.
class World {
 public:
  World(const Plan& plan, server::ScopeStore& database, const std::filesystem::path& folder, bool trace);
  Verdict run();

 private:
  // ---- trouble (world.cpp)
  void people();
  void act(Device& device);
  void trouble();
  void strike(Fault fault);
  void changeMembers();
  void goBack();
  void inviteAgain();
  void putBackMembers(const std::map<std::pair<Uuid, Uuid>, std::string>& before);
  std::map<std::pair<Uuid, Uuid>, std::string> members();
  void emptyTrash(int process);
  void admitAll(const Uuid& scope);
  std::vector<Uuid> openCards(const Uuid& scope);
  Device& anyDevice() {
    return *m_devices[static_cast<std::size_t>(m_dice.below(static_cast<std::int64_t>(m_devices.size())))];
  }

  // ---- the end (healing.cpp)
  bool heal();
  bool converged();
  bool waitUntilConverged(std::int64_t patienceMs);
  std::string unconverged();
  std::string different();
  std::string differentOn(Device& device, const Uuid& scope);
  std::string wrongDigest();
  std::string wrongStatus();
  std::string wrongProjection();
  std::string broken() const;
  std::set<Uuid> scopesOf(const Uuid& account);
  std::vector<Uuid> allScopes();

  Plan m_plan;
  Timeline m_time;
  Trace m_trace;
  Dice m_dice;
  Dice m_later;  ///< for what was added later: earlier seeds keep their meaning
  server::ScopeStore& m_database;
  SimServer m_server;
  std::vector<Uuid> m_accounts;
  std::vector<std::unique_ptr<Device>> m_devices;
  Marks m_marks;
  Writer m_writer;
  /// Roles that a server forgot, by scope and account.
  std::map<std::pair<Uuid, Uuid>, std::string> m_toInvite, m_removed;
  std::set<std::pair<Uuid, Uuid>> m_invitedAgain, m_removedSince;
  std::set<Uuid> m_founded;                                   ///< shared scopes that others were let into
  std::shared_ptr<const server::MemoryStore::Image> m_image;  ///< of the server's machine
  std::int64_t m_healedAfter = 0;
  bool m_healing = false;
};

}  // namespace foyer::test
