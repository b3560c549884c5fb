// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt/backend.hpp"

#include <QQmlEngine>
#include <QVariant>
#include <optional>

namespace foyer::qt {
namespace {

constexpr char kProperty[] = "foyerBackend";

}  // namespace

Backend::Backend(EngineDriver::Options options, QObject* parent)
    : QObject(parent), m_driver(new EngineDriver(std::move(options))), m_readerHost(new ReaderHost) {
  qRegisterMetaType<sync::Status>();
  qRegisterMetaType<std::vector<store::Change>>();
  m_worker.setObjectName(QStringLiteral("sync"));
  m_reading.setObjectName(QStringLiteral("reader"));
  m_driver->moveToThread(&m_worker);
  m_readerHost->moveToThread(&m_reading);
  connect(&m_worker, &QThread::finished, m_driver, &QObject::deleteLater);
  connect(&m_reading, &QThread::finished, m_readerHost, &QObject::deleteLater);
  connect(m_driver, &EngineDriver::statusChanged, this, [this](const sync::Status& status) {
    m_status = status;
    emit statusChanged();
  });
  // Read on the worker, where the driver lives, and shown on the GUI thread.
  connect(m_driver, &EngineDriver::rowsChanged, m_driver,
          [this](const std::vector<store::Change>& rows) { announce(rows); });
  connect(m_driver, &EngineDriver::signedIn, m_driver, [this] { publishIdentity(); });
  connect(m_driver, &EngineDriver::signedOut, m_driver, [this] { publishIdentity(); });
  m_worker.start();
  m_reading.start();
}

Backend::~Backend() {
  m_reading.quit();
  m_reading.wait();
  QMetaObject::invokeMethod(m_driver, &EngineDriver::stop, Qt::BlockingQueuedConnection);
  m_worker.quit();
  m_worker.wait();
}

Result<EngineDriver::Opened> Backend::open() {
  std::optional<Result<EngineDriver::Opened>> opened;
  std::filesystem::path file;
  QMetaObject::invokeMethod(
      m_driver,
      [&] {
        opened = m_driver->open();
        if (!opened->ok()) return;
        m_driver->account();
        file = m_driver->store().file();
        publishIdentity();
        // The GUI thread waits for this.
        for (const store::ScopeInfo& scope : m_driver->store().scopes())
          m_announced.insert(scope.scope, scope.cursor);
        if (m_driver->store().setting("paused") != "1") m_driver->start();
      },
      Qt::BlockingQueuedConnection);
  if (!opened->ok()) return opened->error();
  std::optional<Error> failed;
  QMetaObject::invokeMethod(
      m_readerHost,
      [&] {
        auto reader = store::Reader::open(file);
        if (reader.ok())
          m_readerHost->reader = std::move(reader).value();
        else
          failed = reader.error();
      },
      Qt::BlockingQueuedConnection);
  if (failed) return *failed;
  m_file = file;
  return *opened;
}

void Backend::publishIdentity() {
  Identity now;
  const auto& signIn = m_driver->auth().signIn();
  now.signedIn = signIn.has_value();
  now.account = m_driver->account();
  now.device = m_driver->identity().device;
  now.login = signIn ? signIn->login : QString();
  now.name = signIn ? signIn->name : QString();
  now.adopted = static_cast<int>(m_driver->adopted());
  now.server = m_driver->server();
  now.keychain = m_driver->keychain().place() == Keychain::Place::platform;
  QMetaObject::invokeMethod(
      this,
      [this, now] {
        m_identity = now;
        emit identityChanged();
      },
      Qt::QueuedConnection);
}

void Backend::announce(const std::vector<store::Change>& rows) {
  QHash<Uuid, std::int64_t> cursors;
  try {
    for (const store::Change& row : rows)
      if (!cursors.contains(row.scope))
        cursors.insert(row.scope, m_driver->store().baseOf(row.scope, *row.collection, Uuid()));
  } catch (const store::Failure&) {
    // What was written is told all the same; whoever uses the store next hears of its disk.
  }
  QMetaObject::invokeMethod(
      this,
      [this, rows, cursors] {
        m_announced.insert(cursors);
        emit rowsChanged(rows);
      },
      Qt::QueuedConnection);
}

void Backend::install(QQmlEngine& engine) {
  engine.setProperty(kProperty, QVariant::fromValue<QObject*>(this));
}

Backend* Backend::of(QQmlEngine* engine) {
  return engine ? qobject_cast<Backend*>(engine->property(kProperty).value<QObject*>()) : nullptr;
}

Backend* Backend::of(const QObject* object) { return of(qmlEngine(object)); }

void Backend::work(std::function<void(EngineDriver&)> job) {
  QMetaObject::invokeMethod(
      m_driver, [this, job = std::move(job)] { job(*m_driver); }, Qt::QueuedConnection);
}

void Backend::call(QObject* context, std::function<void(EngineDriver&, Answered)> start, Answered done) {
  const QPointer<QObject> guard(context);
  work([this, guard, start = std::move(start), done = std::move(done)](EngineDriver& driver) {
    start(driver, [this, guard, done](Result<QJsonObject> answer) {
      QMetaObject::invokeMethod(
          this,
          [guard, done, answer = std::move(answer)] {
            if (guard) done(answer);
          },
          Qt::QueuedConnection);
    });
  });
}

}  // namespace foyer::qt
