// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/result.hpp"
#include "server/http/request.hpp"

namespace foyer::server::http {

/// A body that is made while it is sent. `next` runs on a worker, one call at a time, until it returns
/// nothing; it may block, and may throw, which cuts the connection.
struct StreamBody {
  std::function<std::optional<std::string>()> next;
  std::optional<std::uint64_t> length;  ///< without it the body is chunked
};

/// A part of a file. The file is opened at once, so it may be unlinked afterwards.
Result<StreamBody> fileBody(const std::filesystem::path& file, std::uint64_t offset, std::uint64_t length);

/// What a handler answers. Plain data; the connection adds Date, Content-Length and X-Request-ID.
struct Response {
  int status = 200;
  std::string contentType;  ///< empty: no Content-Type
  Headers headers;
  std::variant<std::string, StreamBody> body;

  Response& with(std::string name, std::string value) &;
  Response&& with(std::string name, std::string value) &&;
};

/// Thrown by a handler whose refusal needs a status or headers that no code stands for.
struct Refused {
  Response response;
};

/// Where a list goes on; `next` is opaque to the client, absent at the end.
struct Pagination {
  std::int64_t limit = 0;
  std::optional<std::string> next;
  std::optional<std::int64_t> total;
};

/// The envelope of every REST answer: {"success":true,"message":…,"data":…,"pagination":…}.
Response success(boost::json::value data, std::string_view message = "OK", int status = 200,
                 const std::optional<Pagination>& pagination = {});
/// {"success":false,"message":…,"data":null,"pagination":null,"code":…,"field":…,"request_id":…} with the
/// status of the code; `busy` and `rateLimited` say Retry-After.
Response failure(const Error& error, std::string_view requestId);
Response plain(int status, std::string contentType, std::string body);
Response noContent();

}  // namespace foyer::server::http
