// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QScreen>
#include <cstdio>
#include <exception>

#include "device_name.hpp"
#include "options.hpp"
#include "pilot/pilot.hpp"
#include "preview_provider.hpp"
#include "qt/backend.hpp"
#include "qt/sync_state.hpp"
#include "settings.hpp"
#include "ui/ui.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;

namespace {

/// A QML singleton of one of our modules that a page has imported.
template <class T>
T* singleton(QQmlEngine& engine, const char* module, const char* name) {
  return engine.singletonInstance<T*>(qmlTypeId(module, 1, 0, name));
}

/// Opens the database and shows the window. Returns the program's exit status.
int run(QGuiApplication& app, const mobile::Options& options) {
  QDir().mkpath(options.dataDir);
  qt::EngineDriver::Options driver;
  driver.dataDir = options.dataDir.toStdString();
  driver.server = QUrl(options.server);
  driver.insecure = options.insecure;
  driver.app = QStringLiteral("Foyer ") + QCoreApplication::applicationVersion();
  const QSize screen = QGuiApplication::primaryScreen() ? QGuiApplication::primaryScreen()->size() : QSize();
  driver.deviceName = options.deviceName.isEmpty() ? mobile::deviceName(qMin(screen.width(), screen.height()))
                                                   : options.deviceName;
  qt::Backend backend(driver);
  if (const auto opened = backend.open(); !opened.ok()) {
    std::fprintf(stderr, "%s\n", opened.error().message.c_str());
    return 1;
  }

  mobile::Settings settings(options.dataDir + QStringLiteral("/app.ini"));
  QQmlApplicationEngine engine;
  ui::install(engine);
  backend.install(engine);
  settings.install(engine);
  mobile::PreviewProvider::install(engine);
  if (!options.language.isEmpty()) settings.setLanguage(options.language);
  if (!options.scheme.isEmpty()) settings.setScheme(options.scheme);
  if (options.pilot) settings.setReducedMotion(true);
  QObject::connect(
      &engine, &QQmlApplicationEngine::objectCreationFailed, &app, [] { QCoreApplication::exit(1); },
      Qt::QueuedConnection);
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Foyer/Mobile/shell/Main.qml")));
  if (engine.rootObjects().isEmpty()) return 1;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (options.size.isValid()) window->resize(options.size);
  if (options.selfTest)
    QObject::connect(window, &QQuickWindow::frameSwapped, &app, &QCoreApplication::quit,
                     Qt::QueuedConnection);

  auto* sync = singleton<qt::SyncState>(engine, "Foyer.Data", "Sync");
  mobile::Pilot pilot(window, [sync] { return sync->state(); });
  if (options.pilot) pilot.start();
  return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("Foyer"));
  QCoreApplication::setOrganizationName(QStringLiteral("Foyer"));
  QCoreApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
  try {
    return run(app, mobile::readOptions(app));
  } catch (const std::exception& surprise) {
    std::fprintf(stderr, "Foyer has to stop: %s\n", surprise.what());
    return 1;
  }
}
