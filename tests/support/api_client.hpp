// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace foyer::test {

/// One answer of the REST side.
struct ApiAnswer {
  int status = 0;
  std::string head;
  boost::json::object body;  ///< the envelope; empty for bodies that are no JSON object

  const boost::json::value& data() const { return body.at("data"); }
  std::string code() const;   ///< of an error, else empty
  std::string field() const;  ///< of an error, else empty
  std::string message() const;
  /// A text inside `data`, or empty.
  std::string text(std::string_view name) const;
  std::string header(std::string_view lowerName) const;
};

/// A client of one server on this machine. One connection per request; thread-safe.
class ApiClient {
 public:
  explicit ApiClient(std::uint16_t port) : m_port(port) {}
  ApiAnswer get(std::string_view path, std::string_view token = {}) const;
  ApiAnswer post(std::string_view path, const boost::json::object& body, std::string_view token = {}) const;
  ApiAnswer send(std::string_view method, std::string_view path, std::string_view body,
                 std::string_view token = {}) const;

 private:
  std::uint16_t m_port;
};

}  // namespace foyer::test
