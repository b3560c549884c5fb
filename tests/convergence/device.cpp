// SPDX-License-Identifier: GPL-3.0-or-later
#include "device.hpp"

#include <stdexcept>

namespace foyer::test {

Device::Device(ServerDouble& server, const Clock& world, Setup setup)
    : m_server(server),
      m_setup(std::move(setup)),
      m_skewed(world, m_setup.skewMs),
      m_clock(m_skewed),
      m_random(m_setup.seed) {
  boot();
}

Device::~Device() = default;

void Device::boot() {
  store::Store::Options options;
  options.file = m_setup.file;
  options.device = m_setup.who.device;
  options.clock = &m_clock;
  options.fullSync = false;
  auto made = store::Store::open(options);
  if (!made) throw std::runtime_error(made.error().message);
  if (made->rebuilt) throw std::runtime_error("a healthy database was taken for a damaged one");
  m_store = std::move(made->store);
  const std::string offset = m_store->setting("clock_offset_ms");
  m_clock.setOffset(offset.empty() ? 0 : std::stoll(offset));
  m_engine = std::make_unique<sync::Engine>(
      *m_store, *this, *this, m_clock,
      sync::Engine::Options{"convergence", m_setup.who.device, [this] { return m_random(); }});
  m_engine->start();
}

std::size_t Device::pick(std::size_t size) { return static_cast<std::size_t>(m_random() % size); }

void Device::deliverUp() {
  if (!m_session || m_up.empty()) return;
  // Single requests overtake each other; a live connection keeps its order.
  const auto at = m_up.begin() + static_cast<std::ptrdiff_t>(m_setup.live ? 0 : pick(m_up.size()));
  const protocol::Frame frame = std::move(*at);
  m_up.erase(at);
  m_server.receive(m_session, m_setup.who, frame);
}

void Device::deliverDown() {
  if (!m_session || m_session->down.empty()) return;
  auto& down = m_session->down;
  const auto at = down.begin() + static_cast<std::ptrdiff_t>(m_setup.live ? 0 : pick(down.size()));
  const protocol::Frame frame = std::move(*at);
  down.erase(at);
  m_engine->received(frame);
}

void Device::finishOpening() {
  if (!m_opening) return;
  m_opening = false;
  if (m_online) {
    m_session = m_server.connect(m_setup.who, m_setup.live);
    m_engine->connected();
  } else {
    m_engine->disconnected({Code::unreachable, {}, "no network"});
  }
}

void Device::close() {
  m_opening = false;
  for (auto& frame : m_up) m_stragglers.push_back(std::move(frame));
  m_up.clear();
  while (m_stragglers.size() > 4) m_stragglers.pop_front();
  if (m_session) m_server.disconnect(m_session);
  m_session = nullptr;
}

void Device::cut() {
  if (!m_session) return;
  close();
  m_engine->disconnected({Code::unreachable, {}, "cut"});
}

void Device::serverGone() {
  m_session = nullptr;  // gone with its process
  m_engine->disconnected({Code::unreachable, {}, "server gone"});
}

void Device::goOnline(bool on) {
  m_online = on;
  if (!on) cut();
  if (on) m_engine->tryNow();
}

void Device::crash() {
  m_engine.reset();
  close();
  m_store.reset();
  boot();
}

void Device::straggle() {
  if (m_stragglers.empty()) return;
  const auto at = m_stragglers.begin() + static_cast<std::ptrdiff_t>(pick(m_stragglers.size()));
  m_server.receive(nullptr, m_setup.who, *at);
  if (m_random() % 2 == 0) m_stragglers.erase(at);
}

void Device::tickIfWanted() {
  const auto wake = m_engine->nextWake();
  if (wake && *wake <= m_clock.steadyMs()) m_engine->tick();
}

bool Device::idle() const { return !m_opening && m_up.empty() && (!m_session || m_session->down.empty()); }

}  // namespace foyer::test
