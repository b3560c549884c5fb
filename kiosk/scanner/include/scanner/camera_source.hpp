// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "scanner/frame_source.hpp"

namespace foyer::kiosk {

/// The camera, through Qt Multimedia: the front one if the device has several. Without a camera it fails
/// politely, and takes one that is plugged in later.
class CameraSource : public FrameSource {
  Q_OBJECT

 public:
  explicit CameraSource(QObject* parent = nullptr);
  ~CameraSource() override;
  void start() override;
  void next() override;

 private:
  void open();
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace foyer::kiosk
