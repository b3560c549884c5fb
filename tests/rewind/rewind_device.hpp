// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "server/db/memory_store.hpp"
#include "server/sync/rules.hpp"
#include "server/sync/sync_service.hpp"
#include "store/store.hpp"
#include "sync/engine.hpp"

namespace foyer::test {

/// The server's real sync logic over memory, whose state can be put back to an earlier one.
struct RewindServer {
  explicit RewindServer(const Clock& wall) : clock(wall) {}
  const Clock& clock;
  server::MemoryStore store;
  server::Rules rules;
  server::SyncService service{store, clock, rules};

  void join(const Uuid& scope, const Uuid& account);
  std::vector<std::string> lines(const Uuid& scope);
  std::size_t conflicts(const Uuid& scope);
};

/// One device: real store in a file, real engine, a connection that answers at once when pumped.
class RewindDevice final : public sync::Channel, public sync::StatusSink {
 public:
  RewindDevice(RewindServer& server, const ManualClock& wall, std::filesystem::path file, Uuid account,
               Uuid device = {});
  ~RewindDevice() override;

  /// Until everything is said and answered. Throws std::runtime_error when it never is.
  void sync();
  /// Sends what there is to send, but the answers are lost with the connection.
  void pushIntoTheVoid();
  void closeFile();  ///< the process ends
  void openFile();   ///< and comes back

  Uuid makeFamily(const std::string& name);
  Uuid makeList(const Uuid& scope, const std::string& name);
  void rename(const Uuid& scope, const Uuid& list, const std::string& name);
  std::string nameOf(const Uuid& scope, const Uuid& list);
  std::vector<std::string> lines(const Uuid& scope);

  store::Store& store() { return *m_store; }
  sync::Engine& engine() { return *m_engine; }
  const std::filesystem::path& file() const { return m_file; }
  const server::Principal& who() const { return m_who; }
  int identitiesTaken = 0;
  int pushes = 0;

 private:
  void open() override { m_opening = true; }
  void send(const protocol::ClientMessage& message) override { m_up.push_back(message); }
  void close() override;
  bool live() const override { return false; }
  void statusChanged(const sync::Status&) override {}
  void write(store::Edit edit, const std::string& name);
  void pump();

  RewindServer& m_server;
  const ManualClock& m_wall;
  std::filesystem::path m_file;
  server::Principal m_who;
  sync::CorrectedClock m_clock;
  std::mt19937_64 m_random{7};
  std::unique_ptr<store::Store> m_store;
  std::unique_ptr<sync::Engine> m_engine;
  std::deque<protocol::ClientMessage> m_up;
  bool m_opening = false;
  bool m_needsIdentity = false;
};

}  // namespace foyer::test
