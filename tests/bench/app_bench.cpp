// SPDX-License-Identifier: GPL-3.0-or-later
// The app on a full device, drawn by software: how long until it can be used, and how it scrolls.
#include <QGuiApplication>
#include <QProcess>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>

#include "app/settings.hpp"
#include "big_device.hpp"
#include "figure.hpp"
#include "qt/backend.hpp"
#include "qt/engine_driver.hpp"
#include "ui/ui.hpp"

Q_IMPORT_QML_PLUGIN(Foyer_DataPlugin)
Q_IMPORT_QML_PLUGIN(Foyer_MobilePlugin)

using namespace foyer;
using namespace foyer::bench;

namespace {

constexpr int kPhotos = 100'000;
constexpr int kEntries = 20'000;
constexpr int kStarts = 7;

qt::EngineDriver::Options optionsFor(const QString& dir) {
  qt::EngineDriver::Options options;
  options.dataDir = dir.toStdString();
  options.app = QStringLiteral("bench");
  return options;
}

void fill(const QString& dir) {
  qt::EngineDriver driver(optionsFor(dir));
  if (const auto opened = driver.open(); !opened) throw std::runtime_error(opened.error().message);
  const Uuid person = driver.account();
  Filler rows(driver.store(), person);
  for (int i = 0; i < kPhotos; ++i) rows.add(bigPhoto(person, i));
  for (int i = 0; i < kEntries; ++i) rows.add(bigEntry(person, i));
  rows.finish();
  QSettings settings(dir + "/app.ini", QSettings::IniFormat);
  settings.setValue("started", true);  // nobody signed in: the app works before that
}

/// From the start of the process until the home page shows the first of the person's films, which the app
/// says itself.
double start(const QString& dir) {
  QProcess app;
  app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  const auto began = Time::now();
  app.start(FOYER_BIN_DIR "/foyer-app",
            {"--data", dir, "--size", "390x844", "--lang", "en", "--scheme", "light", "--pilot"});
  const QByteArray first = QByteArray::fromStdString(inventedTitle(kEntries - 1));
  app.write("wait " + first + "*\nquit\n");
  if (!app.waitForReadyRead(60'000) || !app.readLine().startsWith("ok"))
    throw std::runtime_error("the app never showed its first film");
  const double took = msSince(began);
  app.waitForFinished();
  return took;
}

/// Turns the watchlist over by two thirds of a row a frame, as a fast thumb does; one measurement per frame,
/// from the movement to the finished picture.
std::vector<double> scroll(QGuiApplication& app, const QString& dir) {
  qt::Backend backend(optionsFor(dir));
  if (const auto opened = backend.open(); !opened) throw std::runtime_error(opened.error().message);
  mobile::Settings settings(dir + "/app.ini");
  QQmlEngine engine;
  ui::install(engine);
  backend.install(engine);
  settings.install(engine);
  QQmlComponent component(&engine);
  component.setData(
      "import QtQuick\nimport Foyer.Mobile\nWindow { visible: true; width: 390; height: 844\n"
      "WatchlistPage { anchors.fill: parent } }",
      QUrl());
  const std::unique_ptr<QObject> root(component.create());
  auto* window = qobject_cast<QQuickWindow*>(root.get());
  if (!window) throw std::runtime_error(component.errorString().toStdString());
  QQuickItem* grid = nullptr;
  for (QQuickItem* item : window->findChildren<QQuickItem*>())
    if (item->inherits("QQuickGridView")) grid = item;
  if (!grid) throw std::runtime_error("no grid");
  const auto settle = [&](int ms) {
    for (const auto began = Time::now(); msSince(began) < ms;) app.processEvents(QEventLoop::AllEvents, 5);
  };
  while (grid->property("count").toInt() < kEntries) settle(20);
  settle(500);

  std::vector<double> frames;
  bool drawn = false;
  QObject::connect(
      window, &QQuickWindow::frameSwapped, window, [&drawn] { drawn = true; }, Qt::DirectConnection);
  const double step = grid->property("cellHeight").toDouble() * 2 / 3;
  for (int i = 0; i < 600; ++i) {
    const auto began = Time::now();
    drawn = false;
    grid->setProperty("contentY", grid->property("contentY").toDouble() + step);
    QEvent draw(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(window, &draw);
    if (drawn) frames.push_back(msSince(began));
    settle(16);  // rows that were asked for arrive between the frames
  }
  if (frames.size() < 500) throw std::runtime_error("too few frames were drawn");
  return frames;
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  qputenv("QSG_RENDER_LOOP", "basic");
  QTemporaryDir dir;
  qputenv("FOYER_KEY_DIR", dir.filePath("keys").toUtf8());
  QGuiApplication app(argc, argv);
  QCoreApplication::setOrganizationName("Foyer");
  const QString data = dir.filePath("data");
  fill(data);
  std::vector<double> starts;
  for (int i = 0; i < kStarts; ++i) starts.push_back(start(data));
  figure("app_start_ms", percentile(starts, 0.5), "ms");
  figure("scroll_frame_ms_p99", percentile(scroll(app, data), 0.99), "ms");
  return 0;
}
