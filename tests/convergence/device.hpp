// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "fault_disk.hpp"
#include "schema/types.hpp"
#include "store/store.hpp"
#include "sync/engine.hpp"
#include "way.hpp"

namespace foyer::test {

/// One device: the real store on a disk that fails, the real engine, a clock that is wrong, a way to the
/// server.
class Device final : public sync::Channel, public sync::StatusSink, public DeviceEnd {
 public:
  struct Setup {
    std::filesystem::path folder;
    server::Principal who;
    bool live = true;
    int number = 0;
    int level = schema::kSchemaLevel;  ///< of its program, until upgrade()
  };
  Device(Setup setup, Timeline& time, SimServer& server, const Plan& plan, Trace& trace);
  ~Device() override;

  /// Whether it runs: it doesn't for a while after a crash.
  bool running() const { return m_engine != nullptr; }
  /// The process dies; what was not synced goes, all or in part. It starts again by itself.
  void crash();
  void shutDown();  ///< ends properly, and starts again by itself
  /// Ends properly, and starts again as the newest program.
  void upgrade();
  int level() const { return m_setup.level; }
  void jumpClock(std::int64_t offsetMs);
  void heal();
  FaultDisk& disk() { return m_disk; }
  Way& way() { return m_way; }

  /// A person did something in the store, or wants to: gives the engine its chance, and lets a disk that died
  /// meanwhile take the device with it.
  void act(const std::function<void()>& work);

  const server::Principal& who() const { return m_setup.who; }
  /// Whose words they are: stays when the device takes a new identity.
  const Uuid& author() const { return m_author; }
  std::string name() const { return "d" + std::to_string(m_setup.number); }
  int number() const { return m_setup.number; }
  store::Store& store() { return *m_store; }
  sync::Engine& engine() { return *m_engine; }
  bool idle() const { return running() && !m_opening && m_way.idle(); }
  /// What must never happen, in words; empty when nothing did.
  const std::string& broken() const { return m_broken; }
  void complain(const std::string& what);
  Trace& trace() { return m_trace; }

 private:
  void open() override;
  void send(const protocol::ClientMessage& message) override;
  void close() override;
  bool live() const override { return m_setup.live; }
  void statusChanged(const sync::Status& status) override;
  void opened() override;
  void failed(const Error& why) override;
  void arrived(const protocol::Frame& frame) override;

  void boot();
  void takeIdentity();
  void bootLater(std::int64_t delayMs);
  void input(const char* what, const std::function<void()>& work);
  void planWake();
  void halt();

  Setup m_setup;
  const Uuid m_author;
  int m_identities = 1;
  Timeline& m_time;
  Trace& m_trace;
  Dice m_dice;
  FaultDisk m_disk;
  WrongClock m_wrong;
  sync::CorrectedClock m_clock;
  Way m_way;
  std::unique_ptr<store::Store> m_store;
  std::unique_ptr<sync::Engine> m_engine;
  std::string m_broken;
  bool m_opening = false;
  bool m_inside = false;
  std::uint64_t m_life = 0;    ///< which start of the device this is
  std::int64_t m_wakeAt = -1;  ///< planned
  std::uint64_t m_wake = 0;    ///< which plan of waking is valid
};

}  // namespace foyer::test
