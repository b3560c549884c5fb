// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

namespace foyer::kiosk {

/// One picture to look for codes in.
struct Frame {
  QImage image;           ///< Format_Grayscale8
  QString origin;         ///< file name, or empty for the camera
  bool newScene = false;  ///< has nothing to do with the frame before
};

/// Where frames come from. Lives on the GUI thread. A source offers a frame whenever it has one; the scanner
/// asks for the next when the last one is read, sources that can't wait drop frames meanwhile.
class FrameSource : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  virtual void start() = 0;
  /// The frame before was read.
  virtual void next() {}

 signals:
  void frame(const foyer::kiosk::Frame& frame);
  /// There will be no more.
  void finished();
  /// The source can't work; the sentence says why.
  void failed(const QString& why);
};

}  // namespace foyer::kiosk

Q_DECLARE_METATYPE(foyer::kiosk::Frame)
