// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "raw_client.hpp"

namespace foyer::test {

/// A frame as it came; control frames included.
struct RawFrame {
  int opcode = -1;  ///< 1 text, 2 binary, 8 close, 9 ping, 10 pong; -1: the connection ended
  std::string payload;
  int closeCode() const;
};

/// The client side of a WebSocket, byte by byte (RFC 6455). Answers pings only when told to. Blocking.
class RawWebSocket {
 public:
  RawWebSocket(std::uint16_t port, std::string_view path, std::string_view headers = {});
  const RawAnswer& handshake() const { return m_handshake; }
  void send(std::string_view payload, int opcode = 1);
  RawFrame receive();
  /// The next text or binary message; answers pings on the way.
  RawFrame receiveMessage();
  RawClient& client() { return m_client; }

 private:
  RawClient m_client;
  RawAnswer m_handshake;
};

}  // namespace foyer::test
