// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "server/http/live.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace foyer::server::http {

/// What every handler may use. One per server; lives longer than every request.
struct Context {
  const Clock& clock;
};

/// Answers one request, on a worker: it may block. It may throw foyer::Error, which becomes the answer.
using Handler = std::function<Response(const Context&, const Request&)>;

/// Takes a body piece by piece, on a worker, one call at a time. `abort` instead of `finish` when the client
/// was cut off or broke the rules; what was written before counts. May throw foyer::Error; then neither is
/// called.
class BodySink {
 public:
  virtual ~BodySink() = default;
  virtual void write(std::string_view piece) = 0;
  virtual Response finish() = 0;
  virtual void abort() noexcept = 0;
};
/// Looks at the head and either opens a sink or throws foyer::Error, which refuses the body unread.
using StreamHandler = std::function<std::unique_ptr<BodySink>(const Context&, const Request&)>;

/// Called before the handshake; throwing foyer::Error refuses it. The session gets the connection for
/// sending.
using LiveHandler = std::function<std::unique_ptr<LiveSession>(const Context&, const Request&,
                                                               std::shared_ptr<LiveConnection>)>;

enum class Auth { none, account, kiosk, any, admin };
enum class Type { text, integer, boolean, uuid, object, array, any };

/// One declared query parameter or JSON body field. `max` is characters of text, elements of an array, or the
/// largest integer.
struct Field {
  std::string name;
  Type type = Type::text;
  bool required = false;
  std::size_t max = 0;  ///< 0: 1,000 characters or elements; any integer
  std::string doc{};
};

enum class Body {
  none,   ///< a body is refused
  json,   ///< an object with exactly the declared fields
  raw,    ///< any bytes of a declared content type, in Request::body
  stream  ///< any bytes of a declared content type, through a BodySink
};

/// One line of the endpoint table. Everything that is refused before the handler, and all the OpenAPI
/// document says, comes from here.
struct Endpoint {
  std::string method;
  std::string path;  ///< "/api/v1/blobs/{sha256}": a parameter is a whole segment
  std::string doc;   ///< one sentence
  Auth auth = Auth::account;
  std::vector<Field> query{};
  Body body = Body::none;
  std::size_t bodyLimit = 64 * 1024;
  std::vector<std::string> contentTypes{};  ///< for raw and stream; empty: any
  std::vector<Field> fields{};              ///< for json
  std::string answerType = "application/json";
  std::variant<Handler, StreamHandler, LiveHandler> action{};
};

const char* authName(Auth auth);

}  // namespace foyer::server::http
