// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"
#include "server/api/projects.hpp"

namespace foyer::server::api {
namespace {

using http::Type;

http::Endpoint addStaff(ProjectService* projects) {
  http::Endpoint e = endpoint("POST", "/api/v1/projects/{id}/staff");
  e.doc = "Adds somebody who has an account to a project's staff, or changes their role.";
  e.body = http::Body::json;
  e.fields = {{"email", Type::text, false, 100, "Either this or account."},
              {"account", Type::uuid, false, 0, ""},
              {"role", Type::text, false, 20, "staff (unless said otherwise), coordinator or presence."}};
  e.action = [projects](const http::Context&, const http::Request& r) {
    if (!r.has("email") && !r.has("account")) {
      throw Error{Code::invalidField, "email", "An e-mail address or an account is needed."};
    }
    std::optional<Uuid> account;
    if (r.has("account")) account = Uuid::parse(r.text("account"));
    projects->addStaff(actingOf(r), uuidParam(r, "id"), r.text("email"), account, r.text("role", "staff"));
    return http::success(nullptr, "Added", 201);
  };
  return e;
}

http::Endpoint removeStaff(ProjectService* projects) {
  http::Endpoint e = endpoint("DELETE", "/api/v1/projects/{id}/staff/{account}");
  e.doc = "Takes somebody off a project's staff.";
  e.action = [projects](const http::Context&, const http::Request& r) {
    projects->removeStaff(actingOf(r), uuidParam(r, "id"), uuidParam(r, "account"));
    return http::success(nullptr, "Removed");
  };
  return e;
}

}  // namespace

std::vector<http::Endpoint> projectStaffEndpoints(ProjectService* projects) {
  return {addStaff(projects), removeStaff(projects)};
}

}  // namespace foyer::server::api
