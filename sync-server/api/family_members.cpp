// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "server/api/families.hpp"

namespace foyer::server::api {
namespace {

using http::Type;

http::Endpoint removeMember(FamilyService* families) {
  http::Endpoint e = endpoint("DELETE", "/api/v1/families/{id}/members/{account}");
  e.doc = "Takes somebody out of a family; their devices drop what belongs to it.";
  e.action = [families](const http::Context&, const http::Request& r) {
    families->removeMember(actingOf(r), uuidParam(r, "id"), uuidParam(r, "account"));
    return http::success(nullptr, "Removed");
  };
  return e;
}

http::Endpoint changeRole(FamilyService* families) {
  http::Endpoint e = endpoint("PATCH", "/api/v1/families/{id}/members/{account}");
  e.doc = "Changes a member's role.";
  e.body = http::Body::json;
  e.fields = {{"role", Type::text, true, 20, "owner, admin, member or child."}};
  e.action = [families](const http::Context&, const http::Request& r) {
    families->changeRole(actingOf(r), uuidParam(r, "id"), uuidParam(r, "account"), r.text("role"));
    return http::success(nullptr, "Changed");
  };
  return e;
}

http::Endpoint leave(FamilyService* families) {
  http::Endpoint e = endpoint("POST", "/api/v1/families/{id}/leave");
  e.doc = "Leaves a family.";
  e.action = [families](const http::Context&, const http::Request& r) {
    families->leave(actingOf(r), uuidParam(r, "id"));
    return http::success(nullptr, "Left");
  };
  return e;
}

}  // namespace

std::vector<http::Endpoint> familyMemberEndpoints(FamilyService* families) {
  return {removeMember(families), changeRole(families), leave(families)};
}

}  // namespace foyer::server::api
