// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "model/identity.hpp"
#include "qt/backend.hpp"
#include "qt/convert.hpp"
#include "schema/collections.hpp"

namespace foyer::test {

/// A real backend on a folder of its own, without a server, and an engine that uses it.
class DataHost {
 public:
  /// With a name: that person is signed in, at this server, or at one that is not there.
  explicit DataHost(const QString& signedInAs = {}, const QString& server = {}) {
    qputenv("FOYER_KEY_DIR", m_dir.filePath("keys").toUtf8());
    open();
    if (!signedInAs.isEmpty()) {
      m_backend.reset();
      const QJsonObject secret{{"account", qt::qstring(me)},
                               {"login", "jeanne@example.org"},
                               {"name", signedInAs},
                               {"server", server},
                               {"refresh_token", "none"}};
      qt::Keychain(dataDir()).write("sign-in", QJsonDocument(secret).toJson());
      open();
    }
    m_engine = std::make_unique<QQmlEngine>();
    m_backend->install(*m_engine);
  }
  ~DataHost() {
    m_made.clear();
    m_engine.reset();
    m_backend.reset();
  }

  QQmlEngine& engine() { return *m_engine; }
  qt::Backend& backend() { return *m_backend; }
  QString folder() const { return m_dir.path(); }

  QObject* make(const QByteArray& qml) {
    QQmlComponent component(m_engine.get());
    component.setData("import QtQml\nimport Foyer.Data\n" + qml, QUrl());
    QObject* object = component.create();
    if (!object) qFatal("%s", qPrintable(component.errorString()));
    m_made.emplace_back(object);
    return object;
  }
  QAbstractItemModel* model(const QByteArray& qml) { return qobject_cast<QAbstractItemModel*>(make(qml)); }
  /// A JavaScript expression with the module's singletons in reach.
  QVariant eval(const QByteArray& expression) {
    return make("QtObject { property var result: " + expression + " }")->property("result");
  }

  /// Runs on the worker and waits: what the person or the server did elsewhere.
  void onStore(const std::function<void(store::Store&)>& job) {
    bool done = false;
    m_backend->work(
        m_engine.get(), [job](qt::EngineDriver& driver) { return job(driver.store()), true; },
        [&done](bool) { done = true; });
    if (!QTest::qWaitFor([&done] { return done; })) qFatal("the worker does not answer");
  }
  /// As if the engine said so; its next word replaces it.
  void claim(const sync::Status& status) {
    bool done = false;
    m_backend->work(
        m_engine.get(),
        [status](qt::EngineDriver& driver) { return emit driver.statusChanged(status), true; },
        [&done](bool) { done = true; });
    if (!QTest::qWaitFor([&done] { return done; })) qFatal("the worker does not answer");
  }
  std::optional<model::Record> get(std::string_view collection, const Uuid& id) {
    std::optional<model::Record> record;
    onStore([&](store::Store& store) { record = store.get(schema::collection(collection), me, id); });
    return record;
  }
  /// Rows of one scope that the server sends, with versions above everything before.
  void fromServer(std::vector<model::Record> rows) {
    onStore([&](store::Store& store) {
      protocol::PageHeader header;
      header.scope = rows.empty() ? me : rows.front().scope;
      header.epoch = 1;
      for (model::Record& row : rows) row.version = ++m_version;
      header.head = m_version;
      store.applyPage(header, rows);
    });
  }

  Uuid me;

 private:
  std::filesystem::path dataDir() const { return m_dir.filePath("data").toStdString(); }
  void open() {
    qt::EngineDriver::Options options;
    options.dataDir = dataDir();
    options.fullSync = false;
    m_backend = std::make_unique<qt::Backend>(options);
    const auto opened = m_backend->open();
    if (!opened.ok()) qFatal("%s", opened.error().message.c_str());
    if (!QTest::qWaitFor([this] { return !m_backend->identity().account.isNil(); })) qFatal("no identity");
    me = m_backend->identity().account;
  }

  QTemporaryDir m_dir;
  std::unique_ptr<qt::Backend> m_backend;
  std::unique_ptr<QQmlEngine> m_engine;
  std::vector<std::unique_ptr<QObject>> m_made;
  std::int64_t m_version = 0;
};

inline QVariant cell(const QAbstractItemModel* model, int row, const QByteArray& role) {
  return model->data(model->index(row, 0), model->roleNames().key(role));
}

inline QStringList column(const QAbstractItemModel* model, const QByteArray& role) {
  QStringList out;
  for (int row = 0; row < model->rowCount(); ++row) out.append(cell(model, row, role).toString());
  return out;
}

}  // namespace foyer::test
