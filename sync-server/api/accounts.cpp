// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/accounts.hpp"

#include <boost/json.hpp>

#include "answers.hpp"
#include "auth.hpp"

namespace foyer::server::api {
namespace {

constexpr std::size_t kDeviceName = 100;
constexpr std::size_t kKeyBytes = 32;

std::string textOf(const boost::json::object& o, std::string_view name, const std::string& field) {
  const auto* value = o.if_contains(name);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_string())
    throw Error{Code::invalidField, field + "." + std::string(name), "This must be a text."};
  return std::string(value->get_string());
}

}  // namespace

std::vector<http::Endpoint> accountEndpoints(AccountService* accounts) {
  return {registerEndpoint(accounts),      loginEndpoint(accounts),    refreshEndpoint(accounts),
          logoutEndpoint(accounts),        sessionsEndpoint(accounts), revokeSessionEndpoint(accounts),
          changePasswordEndpoint(accounts)};
}

Result<http::Principal> authenticate(AccountService& accounts, const http::Request& request) {
  const auto token = request.bearer();
  if (!token) return Error{Code::unauthenticated, {}, "Sign in first: an access token is needed."};
  const auto claims = accounts.guard().authenticate(*token);
  if (!claims) return claims.error();
  http::Principal who;
  who.kind = claims->kiosk ? http::Principal::Kind::kiosk : http::Principal::Kind::account;
  who.account = claims->kiosk ? Uuid{} : claims->subject;
  who.device = claims->device;
  who.session = claims->session;
  who.scope = claims->scope;
  who.admin = claims->admin;
  return who;
}

http::Field deviceField() {
  return {
      "device", http::Type::object, false, 0,
      "The device: id (UUID, made by it), name, public_key (Ed25519 in base64url). With a key, refreshes are "
      "signed by it."};
}

std::optional<DeviceClaim> deviceOf(const http::Request& request, const std::string& field) {
  if (!request.has(field)) return std::nullopt;
  const boost::json::object& o = request.json.at(field).as_object();
  for (const auto& member : o) {
    const std::string_view name = member.key();
    if (name != "id" && name != "name" && name != "public_key") {
      throw Error{Code::unknownField, field + "." + std::string(name), "A device has no such field."};
    }
  }
  const auto id = Uuid::parse(textOf(o, "id", field));
  if (!id || id->isNil())
    throw Error{Code::invalidField, field + ".id", "This must be a UUID in small letters."};
  DeviceClaim claim{*id, textOf(o, "name", field), {}};
  if (codePoints(claim.name) > kDeviceName)
    throw Error{Code::invalidField, field + ".name", "At most 100 characters fit."};
  if (const std::string key = textOf(o, "public_key", field); !key.empty()) {
    claim.publicKey = base64Field(key, field + ".public_key");
    if (claim.publicKey.size() != kKeyBytes) {
      throw Error{Code::invalidField, field + ".public_key", "An Ed25519 key has 32 bytes."};
    }
  }
  return claim;
}

}  // namespace foyer::server::api
