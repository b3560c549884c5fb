// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/engine_driver.hpp"

#include <QSysInfo>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <random>
#include <set>

#include "adoption.hpp"
#include "crypto/random.hpp"
#include "housekeeper.hpp"
#include "http_channel.hpp"
#include "live_channel.hpp"
#include "store_key.hpp"
#include "sync/kept_clock.hpp"

namespace foyer::qt {
namespace {

std::uint64_t randomBits() {
  std::array<std::uint8_t, 8> raw{};
  crypto::fillRandom(raw);
  std::uint64_t bits = 0;
  for (const std::uint8_t byte : raw) bits = (bits << 8) | byte;
  return bits;
}

}  // namespace

/// Destroyed in reverse order: the engine first, the keychain last.
struct EngineDriver::Parts final : sync::StatusSink {
  Parts(EngineDriver& owner, Options given)
      : driver(owner),
        options(std::move(given)),
        clock(options.clock ? *options.clock : systemClock),
        timer(&owner) {}

  void statusChanged(const sync::Status& status) override {
    emit driver.statusChanged(status);
    // Later: it writes, and the engine must not be called back.
    if (adoption)
      QMetaObject::invokeMethod(
          &driver, [this] { adoption->settle(); }, Qt::QueuedConnection);
  }

  /// Every input of the engine goes through here: afterwards the timer is set for what the engine wants next.
  template <class Input>
  void feed(Input input) {
    if (!engine) return;
    const bool outer = std::exchange(feeding, true);
    input(*engine);
    feeding = outer;
    if (!outer) schedule();
  }
  void schedule();
  void noticed(const std::vector<store::Change>& rows);
  void signedInHere();
  void adopt(const Uuid& account);
  void changeIdentity();
  void becomes(const DeviceIdentity& next);

  EngineDriver& driver;
  Options options;
  SystemClock systemClock;
  sync::CorrectedClock clock;
  std::unique_ptr<Keychain> keychain;
  std::optional<DeviceIdentity> identity;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<Adoption> adoption;
  std::int64_t adopted = 0;  ///< at the last sign-in
  std::unique_ptr<AuthClient> auth;
  std::unique_ptr<SyncChannel> channel;
  std::unique_ptr<sync::Engine> engine;
  std::unique_ptr<Housekeeper> housekeeper;
  QTimer timer;            ///< a child of the driver, so that it moves to the driver's thread
  std::set<Uuid> changed;  ///< scopes written to since the engine last heard
  bool feeding = false;
  bool wanted = false;
};

void EngineDriver::Parts::schedule() {
  const auto wake = engine->nextWake();
  if (!wake) return timer.stop();
  timer.start(static_cast<int>(std::clamp<std::int64_t>(*wake - clock.steadyMs(), 0, 3'600'000)));
}

/// A write by the person is on its way in the same turn of the event loop.
void EngineDriver::Parts::noticed(const std::vector<store::Change>& rows) {
  emit driver.rowsChanged(rows);
  if (housekeeper) housekeeper->noticed(rows);
  if (feeding) return;
  const bool first = changed.empty();
  for (const auto& row : rows) changed.insert(row.scope);
  if (!first) return;
  QMetaObject::invokeMethod(
      &driver,
      [this] {
        for (const Uuid& scope : std::exchange(changed, {}))
          feed([&scope](sync::Engine& e) { e.localChange(scope); });
      },
      Qt::QueuedConnection);
}

/// The data of this folder belongs to the account that signed in. What was made before anybody did goes
/// along; what another account left behind is the server's to show or not.
void EngineDriver::Parts::adopt(const Uuid& account) {
  const auto before = Uuid::parse(store->setting("account"));
  const auto scope = before && *before != account ? store->scope(*before) : std::nullopt;
  adopted = scope && !scope->confirmed ? adoption->take(*before, account) : 0;
  store->setSetting("account", account.str());
  store->setSetting("server_url", auth->server().toString().toStdString());
}

void EngineDriver::Parts::signedInHere() {
  adopt(auth->signIn()->account);
  if (wanted) {
    feed([](sync::Engine& e) { e.start(); });
    feed([](sync::Engine& e) { e.tryNow(); });
  }
  emit driver.signedIn();
}

/// This database is a copy, or older than what it has sent: the server lets the same person's sign-in move to
/// a new identity, and only then anything is sent.
void EngineDriver::Parts::changeIdentity() {
  DeviceIdentity next = DeviceIdentity::next(*keychain);
  if (!auth->signIn()) return becomes(next);
  auth->moveTo(next, [this, next](const Result<QJsonObject>& moved) {
    if (moved || !auth->signIn()) return becomes(next);
    constexpr std::chrono::seconds kAgain{5};
    QTimer::singleShot(kAgain, &driver, [this] { changeIdentity(); });
  });
}

void EngineDriver::Parts::becomes(const DeviceIdentity& next) {
  next.takeOver(*keychain);
  *identity = next;
  feed([&next](sync::Engine& e) { e.takeIdentity(next.device); });
}

EngineDriver::EngineDriver(Options options, QObject* parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(*this, std::move(options))) {
  qRegisterMetaType<sync::Status>();
  qRegisterMetaType<std::vector<store::Change>>();
}

EngineDriver::~EngineDriver() {
  if (m_parts->engine) m_parts->engine->stop();
}

Result<EngineDriver::Opened> EngineDriver::open() {
  auto& p = *m_parts;
  std::error_code failed;
  std::filesystem::create_directories(p.options.dataDir, failed);
  if (failed)
    return {Code::internal,
            "The folder " + p.options.dataDir.string() + " can't be made: " + failed.message()};
  p.keychain = std::make_unique<Keychain>(p.options.dataDir);
  p.identity = DeviceIdentity::load(*p.keychain);
  store::Store::Options wanted;
  wanted.file = p.options.dataDir / "foyer.sqlite";
  wanted.device = p.identity->device;
  wanted.clock = &p.clock;
  wanted.fullSync = p.options.fullSync;
  wanted.sealKey = storeKey(*p.keychain);
  auto opened = store::Store::open(wanted);
  if (!opened) return opened.error();
  p.store = std::move(opened->store);
  p.adoption = std::make_unique<Adoption>(*p.store);
  const std::string boot = QSysInfo::bootUniqueId().toStdString();
  sync::resumeClock(p.clock, *p.store, boot);
  p.store->onChanges([&p](const std::vector<store::Change>& rows) { p.noticed(rows); });

  QUrl server = p.options.server;
  if (server.isEmpty()) server = QUrl(QString::fromStdString(p.store->setting("server_url")));
  const QString called = p.options.deviceName.isEmpty() ? p.options.app : p.options.deviceName;
  p.auth = std::make_unique<AuthClient>(AuthClient::Options{server, p.options.insecure, called}, *p.keychain,
                                        *p.identity, p.clock);
  if (p.options.transport == Transport::live) {
    p.channel = std::make_unique<LiveChannel>(*p.auth);
  } else {
    p.channel = std::make_unique<HttpChannel>(*p.auth);
  }
  p.engine = std::make_unique<sync::Engine>(
      *p.store, *p.channel, p, p.clock,
      sync::Engine::Options{p.options.app.toStdString(), p.identity->device, randomBits,
                            [this, &p] {
                              QMetaObject::invokeMethod(
                                  this, [&p] { p.changeIdentity(); }, Qt::QueuedConnection);
                            },
                            boot});
  if (DeviceIdentity::changing(*p.keychain)) p.engine->changeIdentity();

  p.housekeeper = std::make_unique<Housekeeper>(
      *p.store,
      [&p](const Uuid& scope, std::int64_t open) {
        p.feed([&](sync::Engine& e) { e.noteForks(scope, open); });
      },
      [&p](const Uuid& scope) { p.feed([&](sync::Engine& e) { e.recheck(scope); }); }, Housekeeper::Pace{});

  p.timer.setSingleShot(true);
  p.timer.setTimerType(Qt::PreciseTimer);
  connect(&p.timer, &QTimer::timeout, this, [&p] { p.feed([](sync::Engine& e) { e.tick(); }); });
  connect(p.channel.get(), &SyncChannel::connected, this,
          [&p] { p.feed([](sync::Engine& e) { e.connected(); }); });
  connect(p.channel.get(), &SyncChannel::disconnected, this,
          [&p](const Error& why) { p.feed([&why](sync::Engine& e) { e.disconnected(why); }); });
  connect(p.channel.get(), &SyncChannel::pageBegun, this, [&p](const protocol::PageHeader& header) {
    p.feed([&header](sync::Engine& e) { e.pageBegun(header); });
  });
  connect(p.channel.get(), &SyncChannel::received, this, [&p](sync::Incoming& incoming) {
    p.feed([&incoming](sync::Engine& e) { e.received(std::move(incoming)); });
  });
  connect(p.auth.get(), &AuthClient::signedIn, this, [&p] { p.signedInHere(); });
  connect(p.auth.get(), &AuthClient::signedOut, this, [this, &p] {
    p.feed([](sync::Engine& e) { e.stop(); });
    emit signedOut();
  });
  return Opened{opened->rebuilt, opened->salvaged};
}

store::Store& EngineDriver::store() { return *m_parts->store; }
sync::Engine& EngineDriver::engine() { return *m_parts->engine; }
AuthClient& EngineDriver::auth() { return *m_parts->auth; }
Keychain& EngineDriver::keychain() { return *m_parts->keychain; }
const DeviceIdentity& EngineDriver::identity() const { return *m_parts->identity; }
const Clock& EngineDriver::clock() const { return m_parts->clock; }
std::uint64_t EngineDriver::bytesReceived() const { return m_parts->channel->bytesReceived(); }
void EngineDriver::countConflicts() { m_parts->housekeeper->countForks(); }
std::int64_t EngineDriver::adopted() const { return m_parts->adopted; }
QUrl EngineDriver::server() const { return m_parts->auth->server(); }

Uuid EngineDriver::account() {
  auto& p = *m_parts;
  if (const auto known = Uuid::parse(p.store->setting("account"))) return *known;
  store::ScopeInfo info;
  info.scope = Uuid::v7(p.clock.wallMs());
  info.kind = schema::Scope::person;
  info.role = "owner";
  p.store->putScope(info);
  p.store->setSetting("account", info.scope.str());
  return info.scope;
}

Result<void> EngineDriver::setServer(const QUrl& server) {
  auto permitted = AuthClient::allowed(server, m_parts->options.insecure);
  if (permitted) m_parts->auth->setServer(server);
  return permitted;
}

void EngineDriver::start() {
  m_parts->wanted = true;
  if (m_parts->auth->signIn()) m_parts->feed([](sync::Engine& e) { e.start(); });
}

void EngineDriver::stop() {
  m_parts->wanted = false;
  m_parts->feed([](sync::Engine& e) { e.stop(); });
}

void EngineDriver::tryNow() {
  m_parts->feed([](sync::Engine& e) { e.tryNow(); });
}

void EngineDriver::outboxChanged() {
  m_parts->feed([](sync::Engine& e) { e.localChange(); });
}

}  // namespace foyer::qt
