// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace foyer::ui {

/// `image://qr/<percent-encoded text>`: a black on white QR code, error correction M, with the 4 quiet
/// modules that readers need. Modules are whole pixels, so nothing blurs; the picture is the largest that
/// fits the asked size.
class QrProvider : public QQuickImageProvider {
 public:
  QrProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

/// The code at one pixel per module, quiet zone included; null when the text does not fit a QR code.
QImage paintQr(const QString& text);

}  // namespace foyer::ui
