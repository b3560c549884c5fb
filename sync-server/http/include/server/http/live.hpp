// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace foyer::server::http {

/// The sending side of one WebSocket. Thread-safe; usable after the connection ended, when it does nothing.
class LiveConnection {
 public:
  virtual ~LiveConnection() = default;
  /// Queues one message; the bytes are shared, not copied. False when it would exceed the queue's limit in
  /// bytes or the connection has ended: the message is dropped, and LiveSession::onDrained follows once the
  /// queue is empty. A message that is larger than the limit is taken when the queue is empty.
  virtual bool send(std::shared_ptr<const std::string> message, bool binary) = 0;
  /// Sends what is queued, then closes.
  virtual void close(std::uint16_t code, std::string reason) = 0;
  virtual std::size_t queuedBytes() const = 0;
  virtual bool isOpen() const = 0;
  /// Runs LiveSession::onWake soon on a worker, serially with the other calls; several calls join into one.
  virtual void wake() = 0;
};

/// The thinking side of one WebSocket, made by a LiveHandler. All calls come from workers, one at a time;
/// they may block. An exception closes the connection with code 1011.
class LiveSession {
 public:
  virtual ~LiveSession() = default;
  virtual void onOpen() {}
  virtual void onMessage(std::string message, bool binary) = 0;
  virtual void onWake() {}
  /// The queue is empty again after a `send` was refused.
  virtual void onDrained() {}
  /// The server is stopping; a last message may be sent. The connection is closed with 1001 afterwards.
  virtual void onStopping() {}
  /// The last call.
  virtual void onClose() noexcept {}
};

}  // namespace foyer::server::http
