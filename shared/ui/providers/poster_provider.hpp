// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace foyer::ui {

/// `image://poster/<title id>?title=<percent-encoded title>&radius=<pixels>`: the catalogue holds facts only,
/// so each title gets a poster drawn from its id: one of 12 flat compositions, 14 palettes and 3 type
/// treatments, the same on every device. The title sits on solid ground. Safe from any thread; use
/// `asynchronous: true` in grids.
class PosterProvider : public QQuickImageProvider {
 public:
  PosterProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

/// Paints one poster of the given size (2:3); `radius` cuts the corners, in pixels.
QImage paintPoster(const QString& id, const QString& title, QSize size, double radius);

}  // namespace foyer::ui
