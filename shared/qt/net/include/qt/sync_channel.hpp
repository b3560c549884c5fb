// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "sync/channel.hpp"
#include "sync/incoming.hpp"

namespace foyer::qt {

class FrameReader;

/// A sync::Channel that reports by signals. Nothing is emitted from inside open(), send() or close().
class SyncChannel : public QObject, public sync::Channel {
  Q_OBJECT

 public:
  explicit SyncChannel(QObject* parent = nullptr);
  ~SyncChannel() override;
  /// Bytes of messages since it was made, without the transport's own.
  std::uint64_t bytesReceived() const { return m_bytesReceived; }

 signals:
  void connected();
  void disconnected(const foyer::Error& why);
  /// The header of a page whose rows are still being read.
  void pageBegun(const foyer::protocol::PageHeader& header);
  void received(foyer::sync::Incoming& incoming);

 protected:
  /// One frame as it came. Read here or on another thread; reported in order.
  void take(const QByteArray& bytes, bool binary);
  /// Frames taken so far are of a connection that has ended: nothing of them is reported any more.
  void forgetFrames();

 private:
  std::unique_ptr<FrameReader> m_reader;
  std::uint64_t m_bytesReceived = 0;
};

/// Largest message taken from a server: its own limit is 8 MiB.
inline constexpr qint64 kMaxMessageBytes = 16 * 1024 * 1024;

}  // namespace foyer::qt
