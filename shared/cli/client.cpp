// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.hpp"

#include <QEventLoop>
#include <QTimer>

#include "schema/collections.hpp"

namespace foyer::cli {

Client::Client(const Global& global) : m_out(global.json), m_timeoutSeconds(global.timeoutSeconds) {
  if (global.data.empty()) usage("Say where the data lies: --data DIR.");
  const QUrl server(QString::fromStdString(global.server), QUrl::StrictMode);
  if (!global.server.empty())
    if (const auto allowed = qt::AuthClient::allowed(server, global.insecure); !allowed)
      fail(allowed.error(), kUsage);
  qt::EngineDriver::Options options;
  options.dataDir = global.data;
  options.server = server;
  options.insecure = global.insecure;
  options.app = QStringLiteral("Foyer 0.1.0 (headless)");
  options.transport = global.http ? qt::EngineDriver::Transport::http : qt::EngineDriver::Transport::live;
  m_driver = std::make_unique<qt::EngineDriver>(options);
  const auto opened = m_driver->open();
  if (!opened) fail(opened.error());
  if (opened->rebuilt)
    m_out.error({Code::damaged,
                 {},
                 "The local database was damaged and has been set aside; " +
                     std::to_string(opened->salvaged) + " unsent changes were carried over."});
  auto reader = store::Reader::open(store().file());
  if (!reader) fail(reader.error());
  m_reader = std::move(*reader);
}

bool Client::waitFor(const std::function<bool()>& done, int seconds) {
  if (done()) return true;
  QEventLoop loop;
  bool finished = false;
  QTimer limit;
  limit.setSingleShot(true);
  QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
  limit.start((seconds < 0 ? m_timeoutSeconds : seconds) * 1000);
  const auto check = [&] {
    if (finished || !done()) return;
    finished = true;
    loop.quit();
  };
  QObject::connect(m_driver.get(), &qt::EngineDriver::statusChanged, &loop, check);
  QObject::connect(m_driver.get(), &qt::EngineDriver::signedOut, &loop, check);
  loop.exec();
  return finished || done();
}

int Client::syncUntil(const std::function<bool()>& done) {
  needSignIn();
  m_driver->start();
  bool connected = false;
  const bool finished = waitFor([&] {
    connected = connected || m_driver->engine().status().connected;
    return done() || !m_driver->auth().signIn();
  });
  if (!m_driver->auth().signIn())
    fail({Code::unauthenticated, {}, "The server no longer knows this sign-in."});
  const auto& status = m_driver->engine().status();
  if (finished) return status.held > 0 ? kHeld : kOk;
  if (status.why) m_out.error(*status.why);
  for (const auto& scope : status.scopes)
    if (scope.why) m_out.error(*scope.why);
  if (!connected) return kOffline;
  m_out.error({Code::timeout, {}, "Not finished in time; what is missing goes on next time."});
  return kError;
}

QJsonObject Client::finish(const std::function<void(qt::AuthClient::Done)>& begin) {
  std::optional<Result<QJsonObject>> answer;
  QEventLoop loop;
  begin([&](Result<QJsonObject> result) {
    answer.emplace(std::move(result));
    loop.quit();
  });
  if (!answer) loop.exec();
  if (!*answer) {
    const Code code = answer->error().code;
    fail(answer->error(), code == Code::unreachable || code == Code::timeout ? kOffline : kError);
  }
  return std::move(*answer).value();
}

QJsonObject Client::call(const QByteArray& method, const QString& path, const QJsonObject& body) {
  needSignIn();
  return finish(
      [&](qt::AuthClient::Done done) { m_driver->auth().call(method, path, body, std::move(done)); });
}

void Client::needSignIn() {
  if (m_driver->auth().signIn()) return;
  fail({Code::unauthenticated, {}, "Nobody is signed in here: use sign-in or register."});
}

Uuid Client::scopeOf(const std::string& text) {
  if (const auto id = Uuid::parse(text)) {
    if (store().scope(*id)) return *id;
    fail({Code::notFound, "scope", "This device has no such scope."});
  }
  std::optional<Uuid> only;
  for (const auto& info : store().scopes()) {
    if (schema::scopeName(info.kind) != text) continue;
    if (only) usage("There are several scopes of kind " + text + "; name one by its id.");
    only = info.scope;
  }
  if (!only) fail({Code::notFound, "scope", "This device has no scope \"" + text + "\"."});
  return *only;
}

Uuid Client::defaultScope(const schema::Collection& collection) {
  if (contains(collection.scopes, schema::Scope::person)) return m_driver->account();
  std::optional<Uuid> only;
  for (const auto& info : store().scopes()) {
    if (!contains(collection.scopes, info.kind)) continue;
    if (only) usage("There are several scopes this could go into: say --scope.");
    only = info.scope;
  }
  if (!only) usage("There is no scope that this could go into.");
  return *only;
}

const schema::Collection& Client::collectionOf(const std::string& name) {
  const auto* found = schema::findCollection(name);
  if (!found) usage("There is no collection \"" + name + "\"; `foyer collections` lists them.");
  return *found;
}

model::Record Client::find(const std::string& text, const std::string& collection) {
  const auto id = Uuid::parse(text);
  if (!id) usage("\"" + text + "\" is no id.");
  for (const auto& c : schema::collections()) {
    if (!collection.empty() && c.name != collection) continue;
    store::QuerySpec spec;
    spec.collection = &c;
    spec.filters.push_back({"id", store::Filter::Op::equal, {*id}});
    for (const bool deleted : {false, true}) {
      spec.deleted = deleted;
      const auto rows = m_reader->query(spec);
      if (rows.size() > 1) usage("This id is in several scopes; name the collection.");
      if (!rows.empty()) return rows.front();
    }
  }
  fail({Code::notFound, {}, "This device has no record " + text + "."});
}

void Client::print(const model::Record& record) {
  m_out.record(record, store().pendingOf(*record.collection, record.scope, record.id));
}

}  // namespace foyer::cli
