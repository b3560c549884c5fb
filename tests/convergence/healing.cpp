// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "crypto/derived_id.hpp"
#include "protocol/codec.hpp"
#include "schema/collections.hpp"
#include "sync/tuning.hpp"
#include "world.hpp"

namespace foyer::test {
namespace {

/// Everything must have met by then. The longest wait of an engine is five minutes (after an answer that
/// trying again would not change).
constexpr std::int64_t kPatienceMs = 15 * 60'000;
/// Then nothing may happen for a while but pings and polls.
constexpr std::int64_t kQuietMs = 30 * 60'000;
/// A hello may be under way at any time.
constexpr std::int64_t kMomentMs = 30'000;
/// Pings with their answers (over slow ways about two in the watchdog's time), and a poll now and then.
constexpr std::uint64_t kQuietMessages = 2 * 2 * kQuietMs / sync::tuning::kWatchdog.count() + 60;

std::vector<std::string> exportOf(server::ScopeStore& database, const Uuid& scope) {
  std::vector<std::string> lines;
  database.exportScope(scope,
                       [&](const model::Record& record) { lines.push_back(protocol::exportLine(record)); });
  return lines;
}

}  // namespace

std::string World::broken() const {
  for (const auto& device : m_devices)
    if (!device->broken().empty()) return device->broken();
  return {};
}

std::set<Uuid> World::scopesOf(const Uuid& account) {
  std::set<Uuid> all;
  for (const auto& membership : m_database.scopesOf(account, {})) all.insert(membership.scope.scope);
  return all;
}

std::vector<Uuid> World::allScopes() {
  std::set<Uuid> all;
  for (const Uuid& account : m_accounts) all.merge(scopesOf(account));
  return {all.begin(), all.end()};
}

bool World::heal() {
  m_healing = true;
  m_trace.say("world", [] { return std::string("everything heals"); });
  m_server.heal();
  for (auto& device : m_devices) device->heal();
  const std::int64_t since = m_time.now();
  if (!waitUntilConverged(kPatienceMs)) return false;
  m_healedAfter = m_time.now() - since;
  std::uint64_t before = 0;
  std::uint64_t after = 0;
  for (auto& device : m_devices) before = std::max(before, device->way().messages());
  const std::int64_t until = m_time.now() + kQuietMs;
  while (m_time.step(until)) {
  }
  for (auto& device : m_devices) after = std::max(after, device->way().messages());
  if (after - before >= kQuietMessages) m_devices.front()->complain("messages go on though nothing happens");
  return waitUntilConverged(kMomentMs);
}

bool World::waitUntilConverged(std::int64_t patienceMs) {
  const std::int64_t since = m_time.now();
  while (!converged()) {
    if (m_time.now() > since + patienceMs) return false;
    inviteAgain();
    const std::int64_t until = m_time.now() + 250;
    while (m_time.step(until)) {
    }
    if (!broken().empty()) return true;
  }
  return true;
}

bool World::converged() { return unconverged().empty(); }

std::string World::unconverged() {
  for (auto& device : m_devices) {
    if (!device->running()) return device->name() + " does not run";
    if (!device->engine().settled()) {
      std::string why =
          device->name() + " is not settled, state " + std::string(name(device->engine().status().state));
      if (device->engine().status().why) why += ", " + device->engine().status().why->message;
      for (const auto& scope : device->engine().status().scopes) {
        why += "\n    " + scope.scope.str() + " " + std::string(name(scope.state)) + " queued " +
               std::to_string(scope.queued) + " held " + std::to_string(scope.held) + " cursor " +
               std::to_string(scope.cursor) + "/" + std::to_string(scope.head);
        if (scope.why) why += " " + scope.why->message;
      }
      return why;
    }
    for (const Uuid& id : scopesOf(device->who().account)) {
      const auto info = device->store().scope(id);
      if (!info || info->cursor != m_database.scope(id)->head)
        return device->name() + " is behind in " + id.str();
    }
  }
  return {};
}

std::string World::differentOn(Device& device, const Uuid& scope) {
  std::vector<std::string> here;
  device.store().exportScope(scope, [&here](std::string_view line) { here.emplace_back(line); });
  const auto there = exportOf(m_database, scope);
  for (std::size_t k = 0; k < std::max(here.size(), there.size()); ++k) {
    const std::string mine = k < here.size() ? here[k] : "(nothing)";
    const std::string theirs = k < there.size() ? there[k] : "(nothing)";
    if (mine != theirs)
      return device.name() + " differs in " + scope.str() + "\n  here  " + mine + "\n  there " + theirs;
  }
  const auto info = device.store().scope(scope);
  const auto row = m_database.scope(scope);
  if (info->digest != row->digest || info->cursor != row->head)
    return device.name() + ": digest or version differs";
  return {};
}

std::string World::different() {
  for (auto& device : m_devices) {
    const auto scopes = scopesOf(device->who().account);
    for (const Uuid& scope : scopes)
      if (auto difference = differentOn(*device, scope); !difference.empty()) return difference;
    for (const auto& info : device->store().scopes())
      if (info.confirmed && !scopes.contains(info.scope))
        return device->name() + " keeps a scope that it lost";
  }
  return {};
}

/// The sum that is kept is the sum of what is there.
std::string World::wrongDigest() {
  for (const Uuid& scope : allScopes()) {
    model::Digest sum;
    const auto row =
        m_database.exportScope(scope, [&](const model::Record& record) { sum += model::rowHash(record); });
    if (row && row->digest != sum)
      return "the server's digest of " + scope.str() + " is not the sum of its rows";
  }
  return {};
}

std::string World::wrongStatus() {
  for (auto& device : m_devices) {
    const auto& status = device->engine().status();
    const bool held = status.held > 0;
    if (held && status.state != sync::State::held)
      return device->name() + ": something is held and it is not said";
    if (!held && status.state != sync::State::ok)
      return device->name() + " is not green but " + std::string(name(status.state));
    if (status.queued > 0) return device->name() + " has something queued";
    for (const auto& scope : status.scopes)
      if (scope.held == 0 && scope.state != sync::State::ok)
        return device->name() + " has a scope that isn't green";
  }
  return {};
}

/// A gate holds who is expected at its project, no more and no less.
std::string World::wrongProjection() {
  for (const Uuid& project : allScopes()) {
    const auto row = m_database.scope(project);
    if (row->kind != schema::Scope::project) continue;
    const Uuid gate = crypto::gateScopeOf(project);
    std::set<Uuid> expected;
    const auto assignments = m_database.readAll(project, schema::collection("assignments"));
    for (const auto& assignment : assignments->records)
      if (assignment.text("status") != "cancelled" && assignment.text("status") != "declined")
        expected.insert(assignment.id);
    std::set<Uuid> listed;
    const auto roster = m_database.readAll(gate, schema::collection("roster"));
    if (!roster) return "project " + project.str() + " has no gate";
    for (const auto& entry : roster->records) listed.insert(entry.id);
    if (listed != expected) return "the gate of " + project.str() + " lists others than its project expects";
  }
  return {};
}

}  // namespace foyer::test
