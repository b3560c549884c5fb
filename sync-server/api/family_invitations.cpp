// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "answers.hpp"
#include "server/api/families.hpp"

namespace foyer::server::api {
namespace {

namespace json = boost::json;
using http::Type;

json::object shown(const Invitation& i) {
  json::object out{{"id", i.id.str()}, {"family", i.family.str()}, {"email", i.email},
                   {"role", i.role},   {"status", i.status},       {"expires_at", i.expiresMs}};
  if (!i.familyName.empty()) out["family_name"] = i.familyName;
  if (!i.token.empty()) out["token"] = i.token;
  return out;
}

http::Endpoint invite(FamilyService* families) {
  http::Endpoint e = endpoint("POST", "/api/v1/families/{id}/invitations");
  e.doc =
      "Invites somebody to a family; the answer holds the token to hand over. Valid for 7 days, used once.";
  e.body = http::Body::json;
  e.fields = {{"email", Type::text, true, 100, "Whom it is for."},
              {"role", Type::text, false, 20, "member (unless said otherwise), admin or child."}};
  e.action = [families](const http::Context&, const http::Request& r) {
    const auto made =
        families->invite(actingOf(r), uuidParam(r, "id"), r.text("email"), r.text("role", "member"));
    return http::success(shown(made), "Invited", 201);
  };
  return e;
}

http::Endpoint invitations(FamilyService* families) {
  http::Endpoint e = endpoint("GET", "/api/v1/families/{id}/invitations");
  e.doc = "The family's invitations and what became of them.";
  e.action = [families](const http::Context&, const http::Request& r) {
    json::array list;
    for (const Invitation& i : families->invitations(actingOf(r), uuidParam(r, "id")))
      list.push_back(shown(i));
    return http::success(std::move(list));
  };
  return e;
}

http::Endpoint revokeInvitation(FamilyService* families) {
  http::Endpoint e = endpoint("DELETE", "/api/v1/families/{id}/invitations/{invitation}");
  e.doc = "Takes back an invitation that was not answered yet.";
  e.action = [families](const http::Context&, const http::Request& r) {
    families->revokeInvitation(actingOf(r), uuidParam(r, "id"), uuidParam(r, "invitation"));
    return http::success(nullptr, "Taken back");
  };
  return e;
}

http::Endpoint accept(FamilyService* families) {
  http::Endpoint e = endpoint("POST", "/api/v1/invitations/accept");
  e.doc = "Joins a family with an invitation's token. The same request again is fine.";
  e.body = http::Body::json;
  e.fields = {{"token", Type::text, true, 100, ""}};
  e.action = [families](const http::Context&, const http::Request& r) {
    return http::success(shown(families->accept(actingOf(r), r.text("token"))), "Welcome");
  };
  return e;
}

http::Endpoint decline(FamilyService* families) {
  http::Endpoint e = endpoint("POST", "/api/v1/invitations/decline");
  e.doc = "Declines an invitation.";
  e.body = http::Body::json;
  e.fields = {{"token", Type::text, true, 100, ""}};
  e.action = [families](const http::Context&, const http::Request& r) {
    families->decline(actingOf(r), r.text("token"));
    return http::success(nullptr, "Declined");
  };
  return e;
}

}  // namespace

std::vector<http::Endpoint> familyInvitationEndpoints(FamilyService* families) {
  return {invite(families), invitations(families), revokeInvitation(families), accept(families),
          decline(families)};
}

}  // namespace foyer::server::api
