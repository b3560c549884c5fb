// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace foyer::ui {

/// `image://icon/<name>/<colour>`: one of our stroke drawings in one colour, painted on the CPU so that it
/// looks the same with every scene graph. The colour is a name or a percent-encoded #rrggbb. Called from any
/// thread. Below 21 px the stroke is 2.3 instead of 2, so that small icons keep their weight.
class IconProvider : public QQuickImageProvider {
 public:
  IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

/// `image://logo/<colour>`: the mark of Foyer, its arch in the given colour, the lit door always a bulb.
class LogoProvider : public QQuickImageProvider {
 public:
  LogoProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

/// The drawing of one icon, `side` pixels square; a null image when there is no such icon.
QImage paintIcon(const QString& name, const QColor& colour, int side, double stroke = 2.0);

}  // namespace foyer::ui
