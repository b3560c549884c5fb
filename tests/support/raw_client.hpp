// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::test {

/// An answer as it came over the socket.
struct RawAnswer {
  int status = 0;    ///< 0: the connection ended without an answer
  std::string head;  ///< with the status line, header names in lower case
  std::string body;  ///< without chunk framing
  std::string header(std::string_view lowerName) const;
};

/// A TCP client that sends exactly the given bytes, right or wrong. Blocking, one thread.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the other side has closed.
  bool send(std::string_view bytes);
  /// Reads one answer; `head` for the answer to a HEAD request.
  RawAnswer receive(bool head = false);
  /// Reads at least `count` bytes, fewer only at the end of the connection or of the time.
  std::string read(std::size_t count);
  /// True when the other side closes in time, whatever it sends before.
  bool closedWithin(std::chrono::milliseconds patience);
  void close();
  void setReceiveBuffer(int bytes);

 private:
  bool fill(std::chrono::milliseconds patience);
  int m_fd;
  std::string m_buffer;
};

/// One request, one answer, on a connection of its own.
RawAnswer ask(std::uint16_t port, std::string_view method, std::string_view path,
              std::string_view headers = {}, std::string_view body = {});

}  // namespace foyer::test
