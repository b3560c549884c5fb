// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThread>
#include <filesystem>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "qt/engine_driver.hpp"
#include "store/reader.hpp"

class QQmlEngine;

namespace foyer::qt {

/// Who is signed in, as the GUI thread knows it.
struct Identity {
  bool signedIn = false;
  Uuid account;  ///< also the id of the person scope; made on the device before any sign-in
  Uuid device;
  QString login;
  QString name;
  QUrl server;
  int adopted = 0;       ///< records made before the last sign-in that are the account's now
  bool keychain = true;  ///< false: the secrets lie in a file
};

/// The threads behind the screens: a worker that owns the driver (store, engine, sign-in) and a reader beside
/// it. One per app, made and destroyed on the GUI thread, before any QML is loaded and after all QML is gone.
/// Everything it is given runs elsewhere; everything it answers arrives on the GUI thread.
class Backend : public QObject {
  Q_OBJECT

 public:
  explicit Backend(EngineDriver::Options options, QObject* parent = nullptr);
  ~Backend() override;

  /// Opens the database on the worker and waits for it: the only wait, before the first window. The Error
  /// says why it can't be used.
  Result<EngineDriver::Opened> open();
  /// Makes the singletons and models of `Foyer.Data` in this engine use this backend.
  void install(QQmlEngine& engine);
  /// The backend of the engine that made `object`; null outside one.
  static Backend* of(const QObject* object);
  static Backend* of(QQmlEngine* engine);

  const Identity& identity() const { return m_identity; }
  /// Of the database, for readers on threads of their own.
  const std::filesystem::path& file() const { return m_file; }
  const sync::Status& status() const { return m_status; }
  /// By scope: up to which version rowsChanged() has told of everything.
  const QHash<Uuid, std::int64_t>& announced() const { return m_announced; }

  /// Runs `work` on the worker thread. With an answer: `done` gets it on the GUI thread, unless `context` is
  /// gone.
  void work(std::function<void(EngineDriver&)> job);
  template <class Work, class Done>
  void work(QObject* context, Work job, Done done) {
    post(context, m_driver, std::move(job), std::move(done));
  }
  /// Starts a call that answers later, on the worker; `done` gets the answer on the GUI thread unless
  /// `context` is gone.
  using Answered = std::function<void(Result<QJsonObject>)>;
  void call(QObject* context, std::function<void(EngineDriver&, Answered)> start, Answered done);
  /// Runs `job` on the reader thread, which sees everything committed before this call.
  template <class Read, class Done>
  void read(QObject* context, Read job, Done done) {
    post(context, m_readerHost, std::move(job), std::move(done));
  }

 signals:
  void identityChanged();
  void statusChanged();
  void rowsChanged(const std::vector<foyer::store::Change>& rows);
  /// What a page that is gone had typed could not be kept.
  void writeRefused(const QString& collection, const QString& id, const QString& field,
                    const QString& message);

 private:
  /// Keeps the Reader on the reader thread.
  struct ReaderHost : QObject {
    std::unique_ptr<store::Reader> reader;
  };
  static EngineDriver& subject(EngineDriver* driver) { return *driver; }
  static store::Reader& subject(ReaderHost* host) { return *host->reader; }

  template <class Owner, class Job, class Done>
  void post(QObject* context, Owner* owner, Job job, Done done) {
    const QPointer<QObject> guard(context);
    QMetaObject::invokeMethod(
        owner,
        [this, owner, guard, job = std::move(job), done = std::move(done)]() mutable {
          using Answer = std::invoke_result_t<Job, decltype(subject(owner))>;
          auto answer = std::make_shared<Answer>(job(subject(owner)));
          QMetaObject::invokeMethod(
              this,
              [guard, answer, done = std::move(done)]() mutable {
                if (guard) done(std::move(*answer));
              },
              Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
  }
  void publishIdentity();
  void announce(const std::vector<store::Change>& rows);

  QThread m_worker;
  QThread m_reading;
  EngineDriver* m_driver;    ///< lives on m_worker, deleted there
  ReaderHost* m_readerHost;  ///< lives on m_reading, deleted there
  Identity m_identity;
  std::filesystem::path m_file;
  sync::Status m_status;
  QHash<Uuid, std::int64_t> m_announced;
};

}  // namespace foyer::qt
