// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/line_source.hpp"

#include <mutex>
#include <string>
#include <thread>

namespace foyer::kiosk {

/// Whom the reading thread may still tell; emptied when the source goes away.
struct LineSource::Listener {
  std::mutex mutex;
  LineSource* source = nullptr;

  template <class Function>
  void tell(Function function) {
    const std::lock_guard lock(mutex);
    if (source == nullptr) return;
    LineSource* target = source;
    QMetaObject::invokeMethod(
        target, [target, function] { function(*target); }, Qt::QueuedConnection);
  }
};

LineSource::LineSource(std::istream& stream, QObject* parent)
    : QObject(parent), m_stream(stream), m_listener(std::make_shared<Listener>()) {
  m_listener->source = this;
}

LineSource::~LineSource() {
  const std::lock_guard lock(m_listener->mutex);
  m_listener->source = nullptr;
}

void LineSource::start() {
  std::thread([&stream = m_stream, listener = m_listener] {
    std::string text;
    while (std::getline(stream, text)) {
      while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.pop_back();
      if (text.empty()) continue;
      const QString line =
          QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), kLongestLine)));
      listener->tell([line](LineSource& source) { emit source.line(line); });
    }
    listener->tell([](LineSource& source) { emit source.finished(); });
  }).detach();
}

}  // namespace foyer::kiosk
