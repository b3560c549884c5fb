// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.hpp"

namespace foyer::sync {

/// One way to the server, as the engine sees it. The transport reports through Engine::connected(),
/// Engine::disconnected() and Engine::received(), always from the event loop, never from inside open(),
/// send() or close(). Lives on the engine's thread; outlives it.
class Channel {
 public:
  virtual ~Channel() = default;
  /// Begins to connect. Ends in connected() or disconnected(), once.
  virtual void open() = 0;
  /// Encodes and queues one message. Messages arrive in order or the connection is reported lost.
  virtual void send(const protocol::ClientMessage& message) = 0;
  /// Ends the connection, also one being opened. Nothing of it is reported after that.
  virtual void close() = 0;
  /// Whether the server can speak unasked; otherwise the engine polls.
  virtual bool live() const = 0;
};

}  // namespace foyer::sync
