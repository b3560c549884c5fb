// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "protocol/codec.hpp"
#include "sync/channel.hpp"

namespace foyer::qt {

/// A sync::Channel that reports by signals. Nothing is emitted from inside open(), send() or close().
class SyncChannel : public QObject, public sync::Channel {
  Q_OBJECT

 public:
  using QObject::QObject;
  /// Bytes of messages since it was made, without the transport's own.
  std::uint64_t bytesReceived() const { return m_bytesReceived; }

 signals:
  void connected();
  void disconnected(const foyer::Error& why);
  void received(const foyer::protocol::Frame& frame);

 protected:
  void take(const QByteArray& bytes, bool binary) {
    m_bytesReceived += static_cast<std::uint64_t>(bytes.size());
    emit received({bytes.toStdString(), binary});
  }

 private:
  std::uint64_t m_bytesReceived = 0;
};

/// Largest message taken from a server: its own limit is 8 MiB.
inline constexpr qint64 kMaxMessageBytes = 16 * 1024 * 1024;

}  // namespace foyer::qt
