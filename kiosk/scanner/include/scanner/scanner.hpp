// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <memory>

#include "scanner/frame_source.hpp"
#include "scanner/view_memory.hpp"

namespace foyer::kiosk {

/// One code that somebody presented.
struct Scan {
  QString text;
  QString origin;                  ///< file name of the frame; empty for the camera
  double decodeMs = 0;             ///< time spent in the decoder
  std::int64_t frameSteadyUs = 0;  ///< monotonic microseconds when the frame came
};

/// Reads frames on a worker thread and tells each presentation of a code once. Lives on the GUI thread.
class Scanner : public QObject {
  Q_OBJECT

 public:
  explicit Scanner(QObject* parent = nullptr);
  ~Scanner() override;

  /// Takes ownership of the source and starts it. Frames that come while one is read are dropped by the
  /// source.
  void use(std::unique_ptr<FrameSource> source);

 signals:
  void scanned(const foyer::kiosk::Scan& scan);
  /// A frame was read in which nothing new is; for a folder: this file holds no code.
  void nothing(const QString& origin);
  void finished();
  void failed(const QString& why);

 private:
  void read(const Frame& frame);

  QThread m_thread;
  QObject m_worker;  ///< lives on m_thread
  std::unique_ptr<FrameSource> m_source;
  ViewMemory m_memory;
  bool m_busy = false;
};

}  // namespace foyer::kiosk

Q_DECLARE_METATYPE(foyer::kiosk::Scan)
