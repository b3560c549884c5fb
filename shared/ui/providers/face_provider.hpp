// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace foyer::ui {

/// `image://face/<initials>/<hash>`: initials on a disc, one of eight soft grounds chosen by the hash (any
/// text, for example the account's id), so a person keeps their colour on every device. `?ring=<colour>` adds
/// the 2 px edge of a stack,
/// `?square=<radius>` a rounded square. Cut on the CPU, because Qt Quick clips only rectangles.
class FaceProvider : public QQuickImageProvider {
 public:
  FaceProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

/// Colours of a face: ground, then ink. The same choice everywhere.
std::pair<QColor, QColor> faceColours(const QString& hash);

}  // namespace foyer::ui
