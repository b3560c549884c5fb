// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "sync/incoming.hpp"

namespace foyer::qt {

/// Reads frames, in their order: small ones at once, large ones on a thread of its own, so that a page is
/// read while the one before it is stored. Lives on the thread that gives it frames; signals come on that
/// thread.
class FrameReader : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  ~FrameReader() override;

  void take(protocol::Frame frame);
  /// Nothing of the frames given so far is reported any more.
  void forget();

 signals:
  void begun(const foyer::protocol::PageHeader& header);
  void read(foyer::sync::Incoming& incoming);

 private:
  void work();

  std::thread m_thread;  ///< started by the first large frame
  std::mutex m_mutex;    ///< guards the queue and m_ending
  std::condition_variable m_wake;
  std::deque<std::pair<std::uint64_t, protocol::Frame>> m_queue;
  bool m_ending = false;
  std::uint64_t m_connection = 0;  ///< frames of earlier ones are forgotten
  std::size_t m_waiting = 0;       ///< given to the thread and not reported yet
};

}  // namespace foyer::qt
