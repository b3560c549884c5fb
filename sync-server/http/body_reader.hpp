// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <string>

#include "core.hpp"

namespace foyer::server::http {

/// Why a body stopped before its end.
enum class BodyFault { none, tooLarge, tooSlow, malformed, cut };

/// Takes the body of one request off a connection in pieces, whatever its framing.
class BodyReader {
 public:
  /// `rawHead` is the head as it came, already checked; `buffer` what was read beyond it.
  BodyReader(const ServerOptions& options, AnyStream& stream, boost::beast::flat_buffer& buffer,
             const std::string& rawHead, std::size_t limit);
  ~BodyReader();

  /// Appends what arrives next to `out`, at most 64 KiB. False at the end and at a fault.
  asio::awaitable<bool> readSome(std::string& out);
  BodyFault fault() const { return m_fault; }
  bool done() const;

 private:
  struct Parser;
  bool tooSlow() const;

  const ServerOptions& m_options;
  AnyStream& m_stream;
  boost::beast::flat_buffer& m_buffer;
  std::unique_ptr<Parser> m_parser;
  std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
  std::uint64_t m_received = 0;
  BodyFault m_fault = BodyFault::none;
};

}  // namespace foyer::server::http
