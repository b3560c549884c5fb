// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "server/http/endpoint.hpp"

namespace foyer::server::http {

/// The endpoint table. Filled at start, then only read, by any thread.
class Router {
 public:
  /// Throws std::logic_error for a second endpoint with the same method and path shape, or a bad declaration.
  void add(Endpoint endpoint);
  void add(std::vector<Endpoint> endpoints);

  struct Match {
    const Endpoint* endpoint = nullptr;
    Pairs params;
    std::string allow;  ///< the methods this path does have, when `endpoint` is null; empty: no such path
  };
  /// HEAD finds GET when it is not declared itself. A literal segment goes before a parameter.
  Result<Match> find(std::string_view method, std::string_view path) const;

  const std::vector<std::unique_ptr<Endpoint>>& endpoints() const { return m_endpoints; }

 private:
  std::vector<std::unique_ptr<Endpoint>> m_endpoints;
};

/// Splits and decodes a query; a bad escape, bad UTF-8 or a control character is an error.
Result<Pairs> parseQuery(std::string_view query);
/// Decodes %XX; NUL, control characters and bad UTF-8 are errors.
Result<std::string> percentDecode(std::string_view text, bool plusIsSpace);

/// Checks the query against the declaration.
Result<void> checkQuery(const Endpoint& endpoint, const Pairs& query);
/// Reads a JSON body strictly (one object, no doubled keys, no NUL) and checks it against the declaration.
Result<boost::json::object> checkJson(const Endpoint& endpoint, std::string_view body);
/// An OpenAPI 3.0 document of the table.
std::string openApi(const Router& router, std::string_view version);

}  // namespace foyer::server::http
