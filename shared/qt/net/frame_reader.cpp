// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_reader.hpp"

namespace foyer::qt {
namespace {

/// Below this, handing a frame to another thread costs more than reading it.
constexpr std::size_t kReadHere = 16 * 1024;

}  // namespace

FrameReader::~FrameReader() {
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
  }
  m_wake.notify_one();
  if (m_thread.joinable()) m_thread.join();
}

void FrameReader::take(protocol::Frame frame) {
  if (m_waiting == 0 && frame.bytes.size() < kReadHere) {
    auto incoming =
        sync::readFrame(frame, [this](const protocol::PageHeader& header) { emit begun(header); });
    emit read(incoming);
    return;
  }
  if (!m_thread.joinable()) m_thread = std::thread([this] { work(); });
  ++m_waiting;
  {
    const std::lock_guard lock(m_mutex);
    m_queue.emplace_back(m_connection, std::move(frame));
  }
  m_wake.notify_one();
}

void FrameReader::forget() { ++m_connection; }

void FrameReader::work() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_wake.wait(lock, [this] { return m_ending || !m_queue.empty(); });
    if (m_ending) return;
    const auto [connection, frame] = std::move(m_queue.front());
    m_queue.pop_front();
    lock.unlock();
    const auto tell = [this, at = connection](const protocol::PageHeader& header) {
      const auto pass = [this, at, header] {
        if (at == m_connection) emit begun(header);
      };
      QMetaObject::invokeMethod(this, pass, Qt::QueuedConnection);
    };
    const auto incoming = std::make_shared<sync::Incoming>(sync::readFrame(frame, tell));
    const auto hand = [this, at = connection, incoming] {
      --m_waiting;
      if (at == m_connection) emit read(*incoming);
    };
    QMetaObject::invokeMethod(this, hand, Qt::QueuedConnection);
    lock.lock();
  }
}

}  // namespace foyer::qt
