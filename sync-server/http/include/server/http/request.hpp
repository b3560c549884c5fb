// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/uuid.hpp"

namespace foyer::server::http {

/// Names in lower case, in the order of arrival.
using Headers = std::vector<std::pair<std::string, std::string>>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Who asks, as the authenticator found out from the access token.
struct Principal {
  enum class Kind { account, kiosk };
  Kind kind = Kind::account;
  Uuid account;  ///< nil for a kiosk
  Uuid device;   ///< of the session, or the kiosk's own id
  Uuid session;  ///< nil for a kiosk
  Uuid scope;    ///< a kiosk's gate scope; nil for an account
  bool admin = false;
};

/// One request that passed the strict check, the router and the declared limits. Plain data: owned by the
/// connection, read by one worker at a time.
struct Request {
  std::string method;
  std::string path;  ///< as sent, without the query
  Pairs params;      ///< decoded path parameters
  Pairs query;       ///< decoded; only declared names, each once
  Headers headers;
  std::string body;          ///< empty for streamed bodies
  boost::json::object json;  ///< of endpoints with a JSON body: checked against the declared fields
  std::string peer;          ///< address of the client, without port
  bool secure = false;       ///< came over TLS, here or at a trusted proxy
  std::string requestId;
  std::optional<Principal> principal;          ///< set when the endpoint asks for one
  std::optional<std::uint64_t> contentLength;  ///< what the client announced

  /// Empty when there is none.
  std::string_view param(std::string_view name) const;
  std::optional<std::string_view> queryValue(std::string_view name) const;
  std::optional<std::string_view> header(std::string_view lowerName) const;
  /// The token of `Authorization: Bearer`.
  std::optional<std::string_view> bearer() const;

  /// Fields of the JSON body. Required ones are there; for others the fallback counts when absent or null.
  std::string_view text(std::string_view field, std::string_view fallback = {}) const;
  std::int64_t integer(std::string_view field, std::int64_t fallback = 0) const;
  bool boolean(std::string_view field, bool fallback = false) const;
  bool has(std::string_view field) const;
};

}  // namespace foyer::server::http
