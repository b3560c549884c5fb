// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_client.hpp"

#include "raw_client.hpp"

namespace foyer::test {
namespace {

std::string textIn(const boost::json::object& o, std::string_view name) {
  const auto* value = o.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

std::string ApiAnswer::code() const { return textIn(body, "code"); }
std::string ApiAnswer::field() const { return textIn(body, "field"); }
std::string ApiAnswer::message() const { return textIn(body, "message"); }

std::string ApiAnswer::text(std::string_view name) const {
  const auto* found = body.if_contains("data");
  return found != nullptr && found->is_object() ? textIn(found->get_object(), name) : std::string();
}

std::string ApiAnswer::header(std::string_view lowerName) const {
  RawAnswer raw;
  raw.head = head;
  return raw.header(lowerName);
}

ApiAnswer ApiClient::send(std::string_view method, std::string_view path, std::string_view body,
                          std::string_view token) const {
  std::string headers;
  if (!token.empty()) headers += "Authorization: Bearer " + std::string(token) + "\r\n";
  if (!body.empty()) headers += "Content-Type: application/json\r\n";
  const RawAnswer raw = ask(m_port, method, path, headers, body);
  ApiAnswer out;
  out.status = raw.status;
  out.head = raw.head;
  boost::system::error_code error;
  auto value = boost::json::parse(raw.body, error);
  if (!error && value.is_object()) out.body = std::move(value.get_object());
  return out;
}

ApiAnswer ApiClient::get(std::string_view path, std::string_view token) const {
  return send("GET", path, {}, token);
}

ApiAnswer ApiClient::post(std::string_view path, const boost::json::object& body,
                          std::string_view token) const {
  return send("POST", path, boost::json::serialize(body), token);
}

}  // namespace foyer::test
