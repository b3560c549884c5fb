// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace foyer::ui {

/// `image://dash/<colour>/<radius>/<scale>`: a dashed rounded edge of the asked size, radius in pixels. Qt
/// Quick has neither dashed borders nor, in 6.4, smooth shapes without multisampling.
class DashProvider : public QQuickImageProvider {
 public:
  DashProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

}  // namespace foyer::ui
