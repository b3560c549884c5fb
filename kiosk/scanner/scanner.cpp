// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/scanner.hpp"

#include <chrono>

namespace foyer::kiosk {
namespace {

std::int64_t steadyUs() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Scanner::Scanner(QObject* parent) : QObject(parent) {
  qRegisterMetaType<Scan>();
  m_worker.moveToThread(&m_thread);
  m_thread.setObjectName("scanner");
  m_thread.start();
}

Scanner::~Scanner() {
  m_source.reset();
  m_thread.quit();
  m_thread.wait();
}

void Scanner::use(std::unique_ptr<FrameSource> source) {
  m_source = std::move(source);
  connect(m_source.get(), &FrameSource::frame, this, &Scanner::read);
  connect(m_source.get(), &FrameSource::finished, this, &Scanner::finished);
  connect(m_source.get(), &FrameSource::failed, this, &Scanner::failed);
  m_source->start();
}

void Scanner::read(const Frame& frame) {
  if (m_busy) return;
  m_busy = true;
  const std::int64_t came = steadyUs();
  QMetaObject::invokeMethod(&m_worker, [this, frame, came] {
    thread_local Decoder decoder;
    const QImage& image = frame.image;
    const std::int64_t start = steadyUs();
    auto codes = decoder.read(
        {image.constBits(), image.width(), image.height(), static_cast<int>(image.bytesPerLine())});
    const double ms = static_cast<double>(steadyUs() - start) / 1000;
    QMetaObject::invokeMethod(
        this, [this, codes = std::move(codes), ms, came, origin = frame.origin, fresh = frame.newScene] {
          m_busy = false;
          if (fresh) m_memory.clear();
          if (const auto text = m_memory.see(codes, came / 1000)) {
            emit scanned({QString::fromStdString(*text), origin, ms, came});
          } else {
            emit nothing(origin);
          }
          if (m_source) m_source->next();
        });
  });
}

}  // namespace foyer::kiosk
