// SPDX-License-Identifier: GPL-3.0-or-later
// foyer-gallery: every component in every state, light and dark side by side.
//   --page NAME        the page to show: core, rows, posters, icons, kiosk
//   --screenshot FILE  writes the picture and leaves
//   --fr               French
//   --text-scale N     1 to 2
//   --contrast         high contrast
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <algorithm>

#include "ui/language.hpp"
#include "ui/ui.hpp"

namespace {

/// One half of the gallery: its own engine, because the theme is one object per engine.
struct Half {
  QQmlEngine engine;
  QQuickView view{&engine, nullptr};

  Half(const QString& page, const QString& language, QVariantMap initial) {
    foyer::ui::install(engine);
    foyer::ui::Language::of(&engine)->setCurrent(language);
    if (page == QStringLiteral("IconsPage")) {
      QStringList names;
      for (const QString& file : QDir(QStringLiteral(":/foyer/icons")).entryList())
        names.append(file.chopped(4));
      initial.insert("names", names);
    }
    view.setInitialProperties(initial);
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Foyer/Gallery/%1.qml").arg(page)));
    view.setResizeMode(QQuickView::SizeViewToRootObject);
  }
};

/// Whether a picture below `item` is still being painted on its thread.
bool painting(const QQuickItem* item) {
  constexpr int kLoading = 2;  // Image.Loading
  if (item->inherits("QQuickImageBase") && item->property("status").toInt() == kLoading) return true;
  const QList<QQuickItem*> children = item->childItems();
  return std::any_of(children.cbegin(), children.cend(), painting);
}

bool save(const QList<Half*>& halves, const QString& file) {
  int width = 0;
  int height = 0;
  QList<QImage> pictures;
  for (Half* half : halves) {
    pictures.append(half->view.grabWindow());
    pictures.last().setDevicePixelRatio(1);
    width += pictures.last().width();
    height = std::max(height, pictures.last().height());
  }
  QImage whole(width, height, QImage::Format_RGB32);
  whole.fill(Qt::white);
  QPainter painter(&whole);
  int x = 0;
  for (const QImage& picture : pictures) {
    painter.drawImage(x, 0, picture);
    x += picture.width();
  }
  QDir().mkpath(QFileInfo(file).absolutePath());
  return whole.save(file);
}

}  // namespace

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  QCommandLineParser parser;
  const QCommandLineOption shot("screenshot", "Write a picture and leave.", "file");
  const QCommandLineOption pageOption("page", "core, rows, posters, icons or kiosk.", "name", "core");
  const QCommandLineOption french("fr", "French.");
  const QCommandLineOption scale("text-scale", "Size of the text, 1 to 2.", "factor", "1");
  const QCommandLineOption contrast("contrast", "High contrast.");
  parser.addHelpOption();
  parser.addOptions({shot, pageOption, french, scale, contrast});
  parser.process(app);

  QString page = parser.value(pageOption);
  page[0] = page[0].toUpper();
  const bool kiosk = page == QStringLiteral("Kiosk");
  const QString language = parser.isSet(french) ? QStringLiteral("fr") : QStringLiteral("en");
  QVariantMap initial{{"kiosk", kiosk},
                      {"textScale", parser.value(scale).toDouble()},
                      {"highContrast", parser.isSet(contrast)}};
  initial["dark"] = false;
  Half light(page + "Page", language, initial);
  initial["dark"] = true;
  Half dark(page + "Page", language, initial);
  if (!light.view.rootObject() || !dark.view.rootObject()) return 1;
  light.view.setTitle(QStringLiteral("Foyer · light"));
  dark.view.setTitle(QStringLiteral("Foyer · dark"));
  dark.view.setPosition(light.view.x() + light.view.width(), light.view.y());
  light.view.show();
  dark.view.show();
  if (parser.isSet(shot)) {
    // Posters are painted on another thread; a screenshot waits until the pages say that they are complete.
    auto* timer = new QTimer(&app);
    QObject::connect(timer, &QTimer::timeout, &app, [&] {
      const auto ready = [](Half& half) {
        return half.view.rootObject()->property("settled").toBool() && !painting(half.view.rootObject());
      };
      if (!ready(light) || !ready(dark)) return;
      QCoreApplication::exit(save({&light, &dark}, parser.value(shot)) ? 0 : 1);
    });
    timer->start(50);
  }
  return QGuiApplication::exec();
}
