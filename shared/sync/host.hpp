// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scope_sync.hpp"
#include "sync/engine.hpp"

namespace foyer::sync {

/// The engine as its scopes see it.
class Engine::Host final : public ScopeHost {
 public:
  explicit Host(Engine& engine) : m_engine(engine) {}
  store::Store& localStore() override { return m_engine.m_store; }
  void send(const protocol::ClientMessage& message) override { m_engine.send(message); }
  bool live() const override { return m_engine.m_channel.live(); }
  std::int64_t now() const override { return m_engine.m_clock.steadyMs(); }
  std::int64_t wall() const override { return m_engine.m_clock.wallMs(); }
  void progressed() override { m_engine.progress(); }
  void wantHello() override { m_engine.m_helloAgain = true; }
  void startOver(Error why) override { m_engine.lost(why); }
  void needIdentity() override { m_engine.needIdentity(); }
  std::size_t maxPushCount() const override { return m_engine.m_maxPush; }
  std::size_t maxPushBytes() const override { return m_engine.m_maxBytes; }

 private:
  Engine& m_engine;
};

}  // namespace foyer::sync
