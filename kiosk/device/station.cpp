// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/station.hpp"

#include "device/gate_reader.hpp"
#include "device/gate_records.hpp"

namespace foyer::kiosk {
namespace {

/// Set once a server has told this device the time; before that an offset of zero means nothing.
constexpr std::string_view kComparedSetting = "kiosk_clock_compared";

/// Server minus device as the engine keeps it; it writes none while the clocks agree.
qlonglong clockOffset(store::Store& store) {
  return QString::fromStdString(store.setting("clock_offset_ms")).toLongLong();
}

}  // namespace

/// Objects of the two threads. `driver` and `scope` belong to the driver's thread, `reader` to the reader's.
struct Station::Background {
  QObject driverHome, readerHome;
  std::unique_ptr<qt::EngineDriver> driver;
  std::unique_ptr<GateReader> reader;
  Uuid scope;
  bool loaded = false;
  bool connected = false;

  template <class Function>
  void onDriver(Function f) {
    QMetaObject::invokeMethod(&driverHome, std::move(f));
  }
  template <class Function>
  void onReader(Function f) {
    QMetaObject::invokeMethod(&readerHome, std::move(f));
  }
};

Station::Station(Options options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_background(std::make_unique<Background>()) {
  m_background->driverHome.moveToThread(&m_driverThread);
  m_background->readerHome.moveToThread(&m_readerThread);
  m_driverThread.setObjectName("sync");
  m_readerThread.setObjectName("reader");
  m_driverThread.start();
  m_readerThread.start();
}

Station::~Station() {
  // What lives on a thread dies on it.
  QMetaObject::invokeMethod(
      &m_background->driverHome, [this] { m_background->driver.reset(); }, Qt::BlockingQueuedConnection);
  QMetaObject::invokeMethod(
      &m_background->readerHome, [this] { m_background->reader.reset(); }, Qt::BlockingQueuedConnection);
  for (QThread* thread : {&m_driverThread, &m_readerThread}) {
    thread->quit();
    thread->wait();
  }
}

void Station::open() {
  m_background->onDriver([this] {
    Background& b = *m_background;
    qt::EngineDriver::Options options;
    options.dataDir = m_options.dataDir;
    options.server = m_options.server;
    options.insecure = m_options.insecure;
    options.app = QStringLiteral("Foyer kiosk");
    options.clock = m_options.clock;
    b.driver = std::make_unique<qt::EngineDriver>(options);
    const auto result = b.driver->open();
    if (!result) {
      emit openFailed(QString::fromStdString(result.error().message));
      return;
    }
    auto reader = store::Reader::open(b.driver->store().file());
    if (!reader) {
      emit openFailed(QString::fromStdString(reader.error().message));
      return;
    }
    const Uuid device = b.driver->identity().device;
    b.reader = std::make_unique<GateReader>(std::move(*reader), device);

    Opened who{device,
               b.driver->identity().key.secretKey,
               b.driver->auth().signIn().has_value(),
               b.driver->server().toString(),
               {}};
    const bool compared = !b.driver->store().setting(kComparedSetting).empty();
    if (compared && !m_options.clockGiven) who.offsetMs = clockOffset(b.driver->store());
    for (const store::ScopeInfo& scope : b.driver->store().scopes()) {
      if (scope.kind == schema::Scope::gate) b.scope = scope.scope, who.signedIn = true;
    }
    emit opened(who);

    QObject::connect(b.driver.get(), &qt::EngineDriver::rowsChanged, &b.driverHome,
                     [this](const auto& rows) { noticeChanges(rows); });
    QObject::connect(b.driver.get(), &qt::EngineDriver::statusChanged, &b.driverHome,
                     [this](const auto& status) { noticeStatus(status); });
    QObject::connect(b.driver.get(), &qt::EngineDriver::signedIn, &b.driverHome,
                     [this] { emit enrolled(true); });
    if (!b.scope.isNil()) readGate();
    if (!m_options.offline) b.driver->start();
  });
}

/// On the driver's thread.
void Station::readGate() {
  m_background->onReader([this, scope = m_background->scope, now = m_options.clock->wallMs()] {
    const auto update = m_background->reader->readAll(scope, now);
    if (!update) return;
    emit gateRead(*update);
    m_background->onDriver([this] { m_background->loaded = true; });
  });
}

/// On the driver's thread. Until the gate was read whole, its first row starts that.
void Station::noticeChanges(const std::vector<store::Change>& rows) {
  Background& b = *m_background;
  for (const store::Change& row : rows) {
    if (!schema::contains(row.collection->scopes, schema::Scope::gate)) continue;
    if (b.scope.isNil() || row.collection->name == "gate_info") {
      const bool other = b.scope != row.scope;
      b.scope = row.scope;
      if (other) b.loaded = false;
    }
  }
  if (b.scope.isNil()) return;
  if (!b.loaded) {
    readGate();
    return;
  }
  b.onReader(
      [this, rows, scope = b.scope] { emit gateRead(m_background->reader->readChanged(scope, rows)); });
}

/// On the driver's thread.
void Station::noticeStatus(const sync::Status& status) {
  Background& b = *m_background;
  if (status.connected && !b.connected && !m_options.clockGiven) {
    b.driver->store().setSetting(kComparedSetting, "1");
    emit offsetMeasured(clockOffset(b.driver->store()));
  }
  b.connected = status.connected;
  const auto state = sync::name(status.state);
  emit syncChanged(QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size())),
                   static_cast<int>(status.queued), status.connected);
}

void Station::commit(const SignedEvent& event, std::function<void(Result<void>)> done) {
  m_background->onDriver([this, event, done = std::move(done)] {
    Background& b = *m_background;
    Result<void> outcome;
    if (!b.driver || b.scope.isNil()) {
      outcome = {Code::internal, "The gate is not open yet."};
    } else {
      try {
        const auto written = b.driver->store().write(editOf(event, b.scope));
        if (!written) outcome = written.error();
      } catch (const std::exception& e) {  // a full or broken disk
        outcome = {Code::internal, e.what()};
      }
    }
    QMetaObject::invokeMethod(this, [done, outcome] { done(outcome); });
  });
}

void Station::enrol(const QString& server, const QString& token, const QString& name) {
  m_background->onDriver([this, server, token, name] {
    Background& b = *m_background;
    const auto tell = [this](const Error& error) {
      const auto code = info(error.code).name;
      emit enrolOutcome(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
    };
    const QUrl url = server.isEmpty() ? b.driver->server() : QUrl(server);
    if (const auto allowed = b.driver->setServer(url); !allowed) return tell(allowed.error());
    b.driver->auth().enrolKiosk(token, name, [this, tell](Result<QJsonObject> answer) {
      if (!answer) return tell(answer.error());
      emit enrolOutcome({});
    });
  });
}

void Station::tryNow() {
  m_background->onDriver([this] {
    if (m_background->driver) m_background->driver->tryNow();
  });
}

}  // namespace foyer::kiosk
