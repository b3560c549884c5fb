// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/access_token.hpp"

#include <boost/json.hpp>

#include "base/text.hpp"

namespace foyer::server {
namespace {

namespace json = boost::json;

/// The only header that is ever written or accepted.
constexpr std::string_view kHeader = R"({"alg":"EdDSA","typ":"JWT"})";
constexpr std::string_view kIssuer = "foyer";
constexpr std::size_t kLongest = 2048;
/// Clocks of two server processes may differ by this much.
constexpr std::int64_t kLeewaySeconds = 5;

Error refused() { return {Code::unauthenticated, {}, "Sign in again: the access token is not valid."}; }

std::optional<Uuid> idOf(const json::object& o, std::string_view name) {
  const json::value* v = o.if_contains(name);
  return v != nullptr && v->is_string() ? Uuid::parse(std::string_view(v->get_string())) : std::nullopt;
}

bool isTrue(const json::object& o, std::string_view name) {
  const json::value* v = o.if_contains(name);
  return v != nullptr && v->is_bool() && v->get_bool();
}

std::optional<std::int64_t> numberOf(const json::object& o, std::string_view name) {
  const json::value* v = o.if_contains(name);
  return v != nullptr && v->is_int64() ? std::optional(v->get_int64()) : std::nullopt;
}

}  // namespace

std::string issueToken(const AccessClaims& c, const crypto::SecretKey& key) {
  json::object o{{"iss", kIssuer},         {"sub", c.subject.str()}, {"dev", c.device.str()},
                 {"sid", c.session.str()}, {"iat", c.issuedAt},      {"exp", c.expiresAt}};
  if (c.kiosk) o["kiosk"] = true, o["scope"] = c.scope.str();
  if (c.admin) o["admin"] = true;
  const std::string body = json::serialize(o);
  const std::string signedPart = toBase64Url(asBytes(kHeader)) + "." + toBase64Url(asBytes(body));
  return signedPart + "." + toBase64Url(crypto::sign(asBytes(signedPart), key));
}

Result<AccessClaims> readToken(std::string_view token, const crypto::PublicKey& key,
                               std::int64_t nowSeconds) {
  static const std::string header = toBase64Url(asBytes(kHeader)) + ".";
  const std::size_t dot = token.rfind('.');
  if (token.size() > kLongest || !token.starts_with(header) || dot == std::string_view::npos ||
      dot < header.size()) {
    return refused();
  }
  const auto signature = fromBase64Url(token.substr(dot + 1));
  if (!signature || !crypto::verify(*signature, asBytes(token.substr(0, dot)), key)) return refused();
  const auto body = fromBase64Url(token.substr(header.size(), dot - header.size()));
  if (!body) return refused();
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(asText(*body).data(), body->size()), error);
  if (error || !value.is_object()) return refused();
  const json::object& o = value.get_object();
  const auto subject = idOf(o, "sub");
  const auto device = idOf(o, "dev");
  const auto session = idOf(o, "sid");
  const auto issued = numberOf(o, "iat");
  const auto expires = numberOf(o, "exp");
  const json::value* issuer = o.if_contains("iss");
  if (!subject || !device || !session || !issued || !expires || issuer == nullptr || !issuer->is_string() ||
      std::string_view(issuer->get_string()) != kIssuer)
    return refused();
  if (nowSeconds >= *expires || *issued > nowSeconds + kLeewaySeconds) return refused();
  AccessClaims claims{*subject,           *device, *session, {}, isTrue(o, "kiosk"),
                      isTrue(o, "admin"), *issued, *expires};
  if (claims.kiosk) {
    const auto scope = idOf(o, "scope");
    if (!scope) return refused();
    claims.scope = *scope;
  }
  return claims;
}

}  // namespace foyer::server
