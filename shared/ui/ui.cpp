// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ui.hpp"

#include <QDirIterator>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QQmlEngine>

#include "providers/dash_provider.hpp"
#include "providers/face_provider.hpp"
#include "providers/icon_provider.hpp"
#include "providers/poster_provider.hpp"
#include "providers/qr_provider.hpp"

namespace foyer::ui {

void loadFonts() {
  static const bool done = [] {
    QDirIterator files(QStringLiteral(":/foyer/fonts"), QDir::Files);
    while (files.hasNext()) QFontDatabase::addApplicationFont(files.next());
    QFont base(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans")});
    base.setPixelSize(17);
    QGuiApplication::setFont(base);
    return true;
  }();
  Q_UNUSED(done)
}

void install(QQmlEngine& engine) {
  loadFonts();
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
  engine.addImageProvider(QStringLiteral("logo"), new LogoProvider);
  engine.addImageProvider(QStringLiteral("poster"), new PosterProvider);
  engine.addImageProvider(QStringLiteral("dash"), new DashProvider);
  engine.addImageProvider(QStringLiteral("face"), new FaceProvider);
  engine.addImageProvider(QStringLiteral("qr"), new QrProvider);
}

}  // namespace foyer::ui
