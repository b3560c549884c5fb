// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.hpp"

#include <array>
#include <fstream>

#include "describe.hpp"
#include "sim_list.hpp"
#include "sync/kept_clock.hpp"

namespace foyer::test {

Device::Device(Setup setup, Timeline& time, SimServer& server, const Plan& plan, Trace& trace)
    : m_setup(std::move(setup)),
      m_author(m_setup.who.device),
      m_time(time),
      m_trace(trace),
      m_dice(plan.seed, 200 + static_cast<std::uint64_t>(m_setup.number)),
      m_disk(m_setup.folder),
      m_wrong(time),
      m_clock(m_wrong),
      m_way({time, server, plan, trace, m_setup.number, m_setup.who}, *this) {
  boot();
}

Device::~Device() = default;

void Device::complain(const std::string& what) {
  if (m_broken.empty()) m_broken = name() + ": " + what;
  m_trace.say(name(), [&] { return "BROKEN: " + what; });
}

void Device::boot() {
  const AtLevel program(m_setup.level);
  store::Store::Options options;
  options.file = m_setup.folder / "foyer.sqlite";
  options.device = m_setup.who.device;
  options.clock = &m_clock;
  auto made = store::Store::open(options);
  if (!made) {
    m_trace.say(name(), [&] { return "can't open: " + made.error().message; });
    if (m_disk.dead()) {
      m_disk.powerBack([this] { return m_dice.chance(50); });
    } else if (!m_disk.full()) {
      complain("opening fails: " + made.error().message);
    }
    return bootLater(30'000);
  }
  if (made->rebuilt) complain("a healthy database was taken for a damaged one");
  if (made->newIdentity && m_identities == 1) complain("its own database was taken for another device's");
  m_store = std::move(made->store);
  // Every other device knows which boot it is.
  const std::string boot = m_setup.number % 2 == 0 ? "this one" : "";
  sync::resumeClock(m_clock, *m_store, boot);
  sync::Engine::Options wishes;
  wishes.app = "simulation";
  wishes.device = m_setup.who.device;
  wishes.boot = boot;
  wishes.random = [this] { return m_dice.next(); };
  wishes.identityNeeded = [this] {
    const std::uint64_t life = m_life;
    m_time.in(1'000, m_setup.number, [this, life] {
      if (life == m_life && running()) takeIdentity();
    });
  };
  m_engine = std::make_unique<sync::Engine>(*m_store, *this, *this, m_clock, std::move(wishes));
  ++m_life;
  m_trace.say(name(), [] { return std::string("starts"); });
  input("start", [this] { m_engine->start(); });
}

/// As an app does that found its database to be a copy: signs in anew and goes on.
void Device::takeIdentity() {
  ++m_identities;
  m_trace.say(name(), [] { return std::string("takes a new identity"); });
  std::array<std::uint8_t, 10> tail{};
  for (std::uint8_t& byte : tail) byte = static_cast<std::uint8_t>(m_dice.next());
  m_setup.who.device = Uuid::v7(Timeline::kStartMs, tail);
  m_way.signIn(m_setup.who);
  bool taken = false;
  input("a new identity", [&] {
    try {
      m_engine->takeIdentity(m_setup.who.device);
      taken = true;
    } catch (const store::Failure&) {
      // The disk refuses; the next start finds the file under its former name and goes on from there.
    }
  });
  if (!taken) crash();
}

void Device::bootLater(std::int64_t delayMs) {
  const std::uint64_t life = ++m_life;
  m_time.in(delayMs, m_setup.number, [this, life] {
    if (life == m_life && !running()) boot();
  });
}

void Device::input(const char* what, const std::function<void()>& work) {
  if (!running()) return;
  const AtLevel program(m_setup.level);
  const bool outer = !m_inside;
  m_inside = true;
  try {
    work();
  } catch (const std::exception& e) {
    if (!m_disk.dead()) complain(std::string(what) + " throws: " + e.what());
  }
  if (!outer) return;
  m_inside = false;
  if (m_disk.dead()) return crash();
  planWake();
}

void Device::act(const std::function<void()>& work) { input("a person's act", work); }

void Device::planWake() {
  const auto wake = m_engine->nextWake();
  const std::int64_t at = wake ? std::max(*wake, m_time.now()) : -1;
  if (at == m_wakeAt) return;
  m_wakeAt = at;
  const std::uint64_t plan = ++m_wake;
  if (at < 0) return;
  m_time.in(at - m_time.now(), m_setup.number, [this, plan] {
    if (plan != m_wake) return;
    m_wakeAt = -1;
    input("tick", [this] { m_engine->tick(); });
  });
}

void Device::halt() {
  ++m_wake;
  m_wakeAt = -1;
  m_opening = false;
  m_engine.reset();
}

void Device::crash() {
  if (!running()) return;
  m_trace.say(name(), [] { return std::string("crashes"); });
  m_trace.mark(m_setup.number, 4);
  m_disk.dieAfter(0);
  halt();
  m_way.close(m_dice.chance(50));
  m_store.reset();
  std::ofstream(m_setup.folder / "foyer.sqlite.open");  // nobody came to remove it
  const int kept = static_cast<int>(m_dice.below(3)) * 50;
  m_disk.powerBack([this, kept] { return m_dice.chance(kept); });
  bootLater(m_dice.between(500, m_dice.chance(20) ? 3'600'000 : 20'000));
}

void Device::shutDown() {
  if (!running()) return;
  m_trace.say(name(), [] { return std::string("is closed"); });
  halt();
  m_way.close();
  m_store.reset();
  bootLater(m_dice.between(500, 3'600'000));
}

void Device::upgrade() {
  if (m_setup.level == schema::kSchemaLevel) return;
  m_trace.say(name(), [] { return std::string("gets the newest program"); });
  m_setup.level = schema::kSchemaLevel;
  shutDown();
}

void Device::jumpClock(std::int64_t offsetMs) {
  m_trace.say(name(), [&] { return "clock is now wrong by " + std::to_string(offsetMs / 1000) + " s"; });
  m_wrong.set(offsetMs);
}

void Device::heal() {
  m_disk.setFull(false);
  m_disk.calmDown();
  upgrade();
  m_way.heal();
  if (!running()) boot();
}

// ---- the engine's channel

void Device::open() {
  m_opening = true;
  m_way.open(m_setup.live);
}

void Device::send(const protocol::ClientMessage& message) {
  const protocol::Frame frame = protocol::encode(message);
  m_trace.say(name(), [&] { return "-> " + describe(message); });
  m_way.send(frame);
}

void Device::close() {
  m_opening = false;
  m_way.close();
}

void Device::opened() {
  m_opening = false;
  input("connected", [this] { m_engine->connected(); });
}

void Device::failed(const Error& why) {
  m_opening = false;
  m_trace.say(name(), [&] { return "disconnected: " + why.message; });
  input("disconnected", [&] { m_engine->disconnected(why); });
}

void Device::arrived(const protocol::Frame& frame) {
  m_trace.say(name(), [&] { return "<- " + describe(frame); });
  input("a message", [&] { m_engine->received(frame); });
}

/// Green means that everything is: law 15.
void Device::statusChanged(const sync::Status& status) {
  if (status.state != sync::State::ok) return;
  if (!status.connected || status.queued > 0 || status.held > 0) complain("green without being up to date");
  for (const auto& scope : status.scopes)
    if (scope.state != sync::State::ok || scope.cursor < scope.head)
      complain("green with a scope that isn't");
}

}  // namespace foyer::test
