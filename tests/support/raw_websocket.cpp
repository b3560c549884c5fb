// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_websocket.hpp"

namespace foyer::test {
namespace {
unsigned byteAt(const std::string& text, std::size_t i) { return static_cast<unsigned char>(text[i]); }
}  // namespace

int RawFrame::closeCode() const {
  if (opcode != 8 || payload.size() < 2) return 0;
  return static_cast<int>(byteAt(payload, 0) << 8 | byteAt(payload, 1));
}

RawWebSocket::RawWebSocket(std::uint16_t port, std::string_view path, std::string_view headers)
    : m_client(port) {
  m_client.send("GET " + std::string(path) +
                " HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                std::string(headers) + "\r\n");
  m_handshake = m_client.receive();
}

void RawWebSocket::send(std::string_view payload, int opcode) {
  std::string frame(1, static_cast<char>(0x80 | opcode));
  const std::size_t size = payload.size();
  if (size < 126) {
    frame += static_cast<char>(0x80 | size);
  } else if (size < 65536) {
    frame += static_cast<char>(0x80 | 126);
    for (int shift = 8; shift >= 0; shift -= 8) frame += static_cast<char>(size >> shift & 0xff);
  } else {
    frame += static_cast<char>(0x80 | 127);
    for (int shift = 56; shift >= 0; shift -= 8) frame += static_cast<char>(size >> shift & 0xff);
  }
  frame += std::string(4, '\0');  // a mask of zeros is a mask
  m_client.send(frame.append(payload));
}

RawFrame RawWebSocket::receive() {
  RawFrame frame;
  const std::string head = m_client.read(2);
  if (head.size() < 2) return frame;
  std::size_t size = byteAt(head, 1) & 0x7f;
  const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
  if (more > 0) {
    const std::string length = m_client.read(more);
    size = 0;
    for (std::size_t i = 0; i < length.size(); ++i) size = size << 8 | byteAt(length, i);
  }
  frame.payload = m_client.read(size);
  frame.opcode = static_cast<int>(byteAt(head, 0) & 0x0f);
  return frame;
}

RawFrame RawWebSocket::receiveMessage() {
  while (true) {
    RawFrame frame = receive();
    if (frame.opcode == 9) {
      send(frame.payload, 10);
    } else if (frame.opcode != 10) {
      return frame;
    }
  }
}

}  // namespace foyer::test
