// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"

#include <boost/json.hpp>

namespace foyer::server::api {
namespace json = boost::json;

http::Endpoint endpoint(std::string method, std::string path) {
  http::Endpoint out;
  out.method = std::move(method);
  out.path = std::move(path);
  return out;
}

Visit visitOf(const http::Request& request) { return {request.peer, request.requestId, 0}; }

Acting actingOf(const http::Request& request) {
  return {request.principal->account, request.principal->device, visitOf(request)};
}

http::Response refusal(const Error& error, const http::Request& request, const Visit& visit) {
  http::Response out = http::failure(error, request.requestId);
  if (visit.retryAfterMs <= 0) return out;
  std::erase_if(out.headers, [](const auto& header) { return header.first == "Retry-After"; });
  out.with("Retry-After", std::to_string((visit.retryAfterMs + 999) / 1000));
  return out;
}

http::Response tokens(const SignIn& in, int status) {
  json::array roles;
  for (std::size_t from = 0; from < in.roles.size();) {
    const std::size_t space = std::min(in.roles.find(' ', from), in.roles.size());
    roles.emplace_back(in.roles.substr(from, space - from));
    from = space + 1;
  }
  const std::string first = roles.empty() ? std::string("user") : std::string(roles.front().as_string());
  json::object account{
      {"id", in.subject.str()}, {"display_name", in.displayName}, {"role", first}, {"roles", roles}};
  if (!in.email.empty()) account["email"] = in.email;
  json::object data{{"access_token", in.accessToken}, {"refresh_token", in.refreshToken},
                    {"token_type", "Bearer"},         {"expires_in", in.expiresInSeconds},
                    {"account", std::move(account)},  {"device", in.device.str()},
                    {"session", in.session.str()}};
  if (!in.scope.isNil()) data["scope"] = in.scope.str();
  const json::object envelope{{"success", true},
                              {"message", "OK"},
                              {"data", std::move(data)},
                              {"pagination", nullptr},
                              {"access_token", in.accessToken}};
  http::Response out = http::plain(status, "application/json", json::serialize(envelope));
  out.with("Cache-Control", "no-store");
  return out;
}

Uuid uuidParam(const http::Request& request, std::string_view name) {
  if (const auto id = Uuid::parse(request.param(name))) return *id;
  throw Error{Code::notFound, std::string(name), "There is nothing of this id."};
}

Bytes base64Field(std::string_view text, const std::string& field) {
  auto raw = fromBase64Url(text);
  if (!raw) throw Error{Code::invalidField, field, "This must be base64url without padding."};
  return std::move(*raw);
}

}  // namespace foyer::server::api
