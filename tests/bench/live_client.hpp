// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWebSocket>
#include <functional>
#include <string>

#include "bench_device.hpp"
#include "protocol/codec.hpp"

namespace foyer::bench {

/// Runs this thread's events until something is done; sleeps while there are none, since whoever is measured
/// needs the processor. Throws after `limitMs`.
void sleepUntil(const std::function<bool()>& done, qint64 limitMs, const char* who);

/// A live connection that speaks the protocol and stores nothing. It says hello by itself.
class LiveClient {
 public:
  struct Frame {
    QByteArray bytes;
    bool binary = false;
    /// Throws when it can't be read.
    protocol::ServerMessage message() const;
  };
  using Got = std::function<void(const Frame&)>;
  /// `device` lends its sign-in; `got` hears every frame.
  LiveClient(BenchDevice& device, Got got);
  LiveClient(const LiveClient&) = delete;
  LiveClient& operator=(const LiveClient&) = delete;

  void open();
  void send(const protocol::ClientMessage& message);
  bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

 private:
  BenchDevice& m_device;
  Got m_got;
  QWebSocket m_socket;
};

}  // namespace foyer::bench
