// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/sync_state.hpp"

#include <algorithm>

#include "qt/backend.hpp"
#include "qt/convert.hpp"

namespace foyer::qt {
namespace {

QVariant date(std::int64_t ms) {
  return ms > 0 ? QVariant(QDateTime::fromMSecsSinceEpoch(ms)) : QVariant::fromValue(nullptr);
}

}  // namespace

SyncState::SyncState(Backend* backend, QObject* parent)
    : QObject(parent), m_backend(backend), m_scopes(backend) {
  connect(backend, &Backend::statusChanged, this, &SyncState::update);
  connect(backend, &Backend::identityChanged, this, &SyncState::changed);
  backend->work(
      this, [](EngineDriver& driver) { return driver.store().setting("paused") == "1"; },
      [this](bool paused) {
        m_paused = paused;
        emit pausedChanged();
      });
  update();
}

SyncState* SyncState::create(QQmlEngine* engine, QJSEngine*) { return new SyncState(Backend::of(engine)); }

bool SyncState::stalled() const {
  const sync::Status& status = m_backend->status();
  return !status.connected && !status.stopped && status.greeted && status.why &&
         status.why->code == Code::timeout;
}

QString SyncState::state() const {
  const sync::State state = m_backend->status().state;
  return state == sync::State::off && stalled() ? QStringLiteral("stalled") : qstring(sync::name(state));
}

int SyncState::waiting() const { return static_cast<int>(m_backend->status().queued); }
int SyncState::sending() const { return std::min(m_peak, m_peak - waiting() + 1); }
int SyncState::held() const { return static_cast<int>(m_backend->status().held); }

int SyncState::conflicts() const {
  std::int64_t open = 0;
  for (const auto& scope : m_backend->status().scopes) open += scope.forks;
  return static_cast<int>(open);
}

QVariant SyncState::offlineSince() const { return date(m_backend->status().offlineSinceMs); }

QVariant SyncState::verifiedAt() const {
  const auto& scopes = m_backend->status().scopes;
  if (scopes.empty()) return date(0);
  return date(std::min_element(scopes.begin(), scopes.end(), [](auto& a, auto& b) {
                return a.verifiedMs < b.verifiedMs;
              })->verifiedMs);
}

/// Of the connection, or else the earliest of the spaces that wait.
QVariant SyncState::nextTryAt() const {
  const sync::Status& status = m_backend->status();
  std::int64_t soonest = status.nextTryMs;
  if (status.connected) {
    for (const auto& scope : status.scopes)
      if (scope.nextTryMs > 0 && (soonest == 0 || scope.nextTryMs < soonest)) soonest = scope.nextTryMs;
  }
  return date(soonest);
}

const Error* SyncState::reason() const {
  const sync::Status& status = m_backend->status();
  if (!status.connected) return status.why ? &*status.why : nullptr;
  for (const auto& scope : status.scopes)
    if (scope.why) return &*scope.why;
  return nullptr;
}

QString SyncState::why() const { return reason() ? qstring(info(reason()->code).name) : QString(); }
QString SyncState::whyText() const { return reason() ? qstring(reason()->message) : QString(); }
QString SyncState::keyStore() const {
  return m_backend->identity().keychain ? QStringLiteral("keychain") : QStringLiteral("file");
}

void SyncState::setPaused(bool paused) {
  if (paused == m_paused) return;
  m_paused = paused;
  m_backend->work([paused](EngineDriver& driver) {
    driver.store().setSetting("paused", paused ? "1" : "0");
    if (paused)
      driver.stop();
    else
      driver.start();
  });
  emit pausedChanged();
}

void SyncState::tryNow() {
  m_backend->work([](EngineDriver& driver) { driver.tryNow(); });
}

void SyncState::update() {
  m_peak = waiting() == 0 ? 0 : std::max(m_peak, waiting());
  m_scopes.show(m_backend->status());
  emit changed();
  if (std::exchange(m_state, state()) != m_state) emit stateChanged();
}

}  // namespace foyer::qt
