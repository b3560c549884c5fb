// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/request.hpp"

namespace foyer::server::http {

struct HeadLimits {
  std::size_t requestLine = 8 * 1024;
  std::size_t headers = 100;
  std::size_t headBytes = 32 * 1024;  ///< request line and headers together
};

/// The head of a message that has exactly one reading.
struct Head {
  std::string method, path, query;
  Headers headers;
  bool http11 = true;
  bool keepAlive = true;
  bool chunked = false;
  bool expectContinue = false;
  bool upgrade = false;  ///< asks for a WebSocket
  std::optional<std::uint64_t> contentLength;

  std::optional<std::string_view> header(std::string_view lowerName) const;
};

/// Why a head is refused; the connection is closed after the answer.
struct BadHead {
  int status = 400;
  std::string reason;
};

/// Reads the head of a request strictly (RFC 9112): request line, headers and the empty line, each ended by
/// CR LF. Refused are: bare CR or LF, control characters, folded lines, blanks before a colon, a name twice
/// that must be single, no or two Hosts, a length together with a transfer coding, repeated or odd lengths,
/// other codings than one `chunked`, unknown methods, targets other than an absolute path, and all that is
/// beyond the limits. Pure.
std::variant<Head, BadHead> checkHead(std::string_view raw, const HeadLimits& limits);

/// What can already be said of a head whose empty line has not arrived: lets bad clients go early.
std::optional<BadHead> checkUnfinished(std::string_view raw, const HeadLimits& limits);

/// A request id as a client may give it: 8 to 64 of A-Z a-z 0-9 - _ .
bool isRequestId(std::string_view text);

}  // namespace foyer::server::http
