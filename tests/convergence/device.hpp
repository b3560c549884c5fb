// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <random>

#include "server_double.hpp"
#include "store/store.hpp"
#include "sync/engine.hpp"

namespace foyer::test {

/// A clock that is wrong by a fixed time.
class SkewedClock final : public Clock {
 public:
  SkewedClock(const Clock& world, std::int64_t skewMs) : m_world(world), m_skew(skewMs) {}
  std::int64_t wallMs() const override { return m_world.wallMs() + m_skew; }
  std::int64_t steadyMs() const override { return m_world.steadyMs(); }

 private:
  const Clock& m_world;
  std::int64_t m_skew;
};

/// One device: real store in a file, real engine, and a connection whose every frame waits until the test
/// lets it through, loses it, or cuts.
class Device final : public sync::Channel, public sync::StatusSink {
 public:
  struct Setup {
    std::filesystem::path file;
    server::Principal who;
    std::int64_t skewMs = 0;
    bool live = true;
    std::uint64_t seed = 0;
  };
  Device(ServerDouble& server, const Clock& world, Setup setup);
  ~Device() override;

  // ---- faults and progress, one step each; they do nothing when there is nothing to do
  void deliverUp();    ///< one frame reaches the server
  void deliverDown();  ///< one frame reaches the device
  void finishOpening();
  void cut();         ///< frames on the way are lost, or arrive at the server later
  void serverGone();  ///< the server's process ended
  void goOnline(bool on);
  void crash();     ///< the process dies and starts again
  void straggle();  ///< a frame of a dead connection reaches the server after all
  void tickIfWanted();

  bool idle() const;  ///< nothing on the way in either direction
  const server::Principal& who() const { return m_setup.who; }
  const Clock& clock() const { return m_clock; }
  store::Store& store() { return *m_store; }
  sync::Engine& engine() { return *m_engine; }
  Session* session() { return m_session; }

 private:
  void open() override { m_opening = true; }
  void send(const protocol::ClientMessage& message) override { m_up.push_back(protocol::encode(message)); }
  void close() override;
  bool live() const override { return m_setup.live; }
  void statusChanged(const sync::Status&) override {}
  void boot();
  std::size_t pick(std::size_t size);

  ServerDouble& m_server;
  Setup m_setup;
  SkewedClock m_skewed;
  sync::CorrectedClock m_clock;
  std::mt19937_64 m_random;
  std::unique_ptr<store::Store> m_store;
  std::unique_ptr<sync::Engine> m_engine;
  Session* m_session = nullptr;
  std::deque<protocol::Frame> m_up;
  std::deque<protocol::Frame> m_stragglers;
  bool m_opening = false;
  bool m_online = true;
};

}  // namespace foyer::test
