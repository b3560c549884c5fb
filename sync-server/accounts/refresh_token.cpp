// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/refresh_token.hpp"

#include <boost/json.hpp>

#include "crypto/digest.hpp"
#include "crypto/random.hpp"

namespace foyer::server {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongest = 2000;

std::string proofOf(std::string_view body, const crypto::Secret<32>& key) {
  crypto::Hasher hasher("foyer-token", 32);
  hasher.update(key.bytes()).updatePart(asBytes(body));
  return toBase64Url(hasher.finish256());
}

std::string textOf(const json::object& o, std::string_view name) {
  const json::value* v = o.if_contains(name);
  return v != nullptr && v->is_string() ? std::string(v->get_string()) : std::string();
}

}  // namespace

std::string makeRefreshToken(const RefreshClaims& c, std::string_view nonce, const crypto::Secret<32>& key) {
  json::object o{{"s", c.session.str()}, {"u", c.subject.str()}, {"d", c.device.str()}, {"n", nonce}};
  if (!c.publicKey.empty()) o["k"] = toBase64Url(c.publicKey);
  if (c.kiosk) o["g"] = c.scope.str();
  if (!c.email.empty()) o["e"] = c.email;
  if (!c.displayName.empty()) o["a"] = c.displayName;
  const std::string body = toBase64Url(asBytes(json::serialize(o)));
  return body + "." + proofOf(body, key);
}

std::optional<RefreshClaims> readRefreshToken(std::string_view token, const crypto::Secret<32>& key) {
  const std::size_t dot = token.find('.');
  if (token.size() > kLongest || dot == std::string_view::npos) return std::nullopt;
  if (!crypto::equalConstantTime(asBytes(token.substr(dot + 1)), asBytes(proofOf(token.substr(0, dot), key))))
    return std::nullopt;
  const auto raw = fromBase64Url(token.substr(0, dot));
  if (!raw) return std::nullopt;
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(asText(*raw).data(), raw->size()), error);
  if (error || !value.is_object()) return std::nullopt;
  const json::object& o = value.get_object();
  const auto session = Uuid::parse(textOf(o, "s"));
  const auto subject = Uuid::parse(textOf(o, "u"));
  const auto device = Uuid::parse(textOf(o, "d"));
  if (!session || !subject || !device) return std::nullopt;
  RefreshClaims claims;
  claims.session = *session;
  claims.subject = *subject;
  claims.device = *device;
  if (const auto publicKey = fromBase64Url(textOf(o, "k"))) claims.publicKey = *publicKey;
  if (const auto scope = Uuid::parse(textOf(o, "g"))) {
    claims.kiosk = true;
    claims.scope = *scope;
  }
  claims.email = textOf(o, "e");
  claims.displayName = textOf(o, "a");
  return claims;
}

}  // namespace foyer::server
