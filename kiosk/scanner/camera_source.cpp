// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/camera_source.hpp"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>
#include <cstring>

namespace foyer::kiosk {
namespace {

bool hasBrightnessPlane(QVideoFrameFormat::PixelFormat format) {
  switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_Y8:
      return true;
    default:
      return false;
  }
}

/// The brightness of a frame. Planar formats have it ready; the rest is converted.
QImage brightness(QVideoFrame frame) {
  if (!hasBrightnessPlane(frame.pixelFormat()) || !frame.map(QVideoFrame::ReadOnly)) {
    return frame.toImage().convertToFormat(QImage::Format_Grayscale8);
  }
  QImage out(frame.width(), frame.height(), QImage::Format_Grayscale8);
  for (int y = 0; y < out.height(); ++y) {
    std::memcpy(out.scanLine(y), frame.bits(0) + static_cast<std::ptrdiff_t>(y) * frame.bytesPerLine(0),
                static_cast<std::size_t>(out.width()));
  }
  frame.unmap();
  return out;
}

}  // namespace

struct CameraSource::Parts {
  QMediaDevices devices;
  QMediaCaptureSession session;
  QVideoSink sink;
  std::unique_ptr<QCamera> camera;
  bool wanted = true;
};

CameraSource::CameraSource(QObject* parent) : FrameSource(parent), m_parts(std::make_unique<Parts>()) {
  m_parts->session.setVideoSink(&m_parts->sink);
  connect(&m_parts->sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& video) {
    if (!m_parts->wanted || !video.isValid()) return;
    m_parts->wanted = false;
    emit frame({brightness(video), {}, false});
  });
  connect(&m_parts->devices, &QMediaDevices::videoInputsChanged, this, [this] {
    if (!m_parts->camera || !QMediaDevices::videoInputs().contains(m_parts->camera->cameraDevice())) open();
  });
}

CameraSource::~CameraSource() = default;

void CameraSource::start() { open(); }

void CameraSource::next() { m_parts->wanted = true; }

void CameraSource::open() {
  const QList<QCameraDevice> all = QMediaDevices::videoInputs();
  if (all.isEmpty()) {
    m_parts->camera.reset();
    emit failed(tr("No camera is connected."));
    return;
  }
  QCameraDevice chosen = QMediaDevices::defaultVideoInput();
  for (const QCameraDevice& device : all) {
    if (device.position() == QCameraDevice::FrontFace) chosen = device;
  }
  m_parts->camera = std::make_unique<QCamera>(chosen);
  m_parts->session.setCamera(m_parts->camera.get());
  connect(m_parts->camera.get(), &QCamera::errorOccurred, this,
          [this](QCamera::Error, const QString& why) { emit failed(why); });
  m_parts->camera->start();
}

}  // namespace foyer::kiosk
