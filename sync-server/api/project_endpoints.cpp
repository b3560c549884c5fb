// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "answers.hpp"
#include "auth.hpp"
#include "server/api/projects.hpp"

namespace foyer::server::api {
namespace {

namespace json = boost::json;
using http::Type;
constexpr std::int64_t kDayMs = 86'400'000;

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

http::Endpoint kioskToken(ProjectService* projects) {
  http::Endpoint e = endpoint("POST", "/api/v1/projects/{id}/kiosk-tokens");
  e.doc =
      "Makes a code that turns one device into a kiosk of this project's gate. Valid for 10 minutes, used "
      "once.";
  e.body = http::Body::json;
  e.fields = {
      {"name", Type::text, false, 100, "A note of what it is meant for; the kiosk says its own name."}};
  e.action = [projects](const http::Context&, const http::Request& r) {
    const KioskToken made = projects->kioskToken(actingOf(r), uuidParam(r, "id"));
    json::object data{{"token", made.token},
                      {"project", made.project.str()},
                      {"scope", made.gate.str()},
                      {"expires_at", made.expiresMs},
                      {"handshake", 1}};
    return http::success(std::move(data), "Show this to the kiosk", 201);
  };
  return e;
}

http::Endpoint enrol(ProjectService* projects) {
  http::Endpoint e = endpoint("POST", "/api/v1/kiosks/enrol");
  e.doc = "Turns a device into a kiosk. The same request again is answered alike while the code lasts.";
  e.auth = http::Auth::none;
  e.body = http::Body::json;
  http::Field device = deviceField();
  device.required = true;
  e.fields = {
      {"token", Type::text, true, 100, ""}, {"name", Type::text, true, 100, "Shown to the staff."}, device};
  e.action = [projects](const http::Context&, const http::Request& r) {
    return tokens(projects->enrol(r.text("token"), r.text("name"), *deviceOf(r), visitOf(r)), 201);
  };
  return e;
}

http::Endpoint kiosks(ProjectService* projects) {
  http::Endpoint e = endpoint("GET", "/api/v1/projects/{id}/kiosks");
  e.doc = "The kiosks of a project's gate.";
  e.action = [projects](const http::Context&, const http::Request& r) {
    json::array list;
    for (const Kiosk& k : projects->kiosks(actingOf(r), uuidParam(r, "id"))) {
      json::object one{
          {"id", k.id.str()}, {"name", k.name}, {"status", k.status}, {"enrolled_at", k.enrolledMs}};
      one["revoked_at"] = k.revokedMs ? json::value(*k.revokedMs) : json::value(nullptr);
      list.push_back(std::move(one));
    }
    return http::success(std::move(list));
  };
  return e;
}

http::Endpoint renameKiosk(ProjectService* projects) {
  http::Endpoint e = endpoint("PATCH", "/api/v1/projects/{id}/kiosks/{kiosk}");
  e.doc = "Gives a kiosk another name.";
  e.body = http::Body::json;
  e.fields = {{"name", Type::text, true, 100, ""}};
  e.action = [projects](const http::Context&, const http::Request& r) {
    projects->renameKiosk(actingOf(r), uuidParam(r, "id"), uuidParam(r, "kiosk"), r.text("name"));
    return http::success(nullptr, "Renamed");
  };
  return e;
}

http::Endpoint revokeKiosk(ProjectService* projects) {
  http::Endpoint e = endpoint("DELETE", "/api/v1/projects/{id}/kiosks/{kiosk}");
  e.doc = "Ends a kiosk's enrolment: it is signed out and loses the gate's data at its next contact.";
  e.action = [projects](const http::Context&, const http::Request& r) {
    projects->revokeKiosk(actingOf(r), uuidParam(r, "id"), uuidParam(r, "kiosk"));
    return http::success(nullptr, "Revoked");
  };
  return e;
}

std::vector<Uuid> assignmentsOf(const http::Request& r) {
  std::vector<Uuid> ids;
  if (r.has("assignment")) ids.push_back(Uuid::parse(r.text("assignment")).value_or(Uuid{}));
  if (!r.has("assignments")) return ids;
  for (const json::value& value : r.json.at("assignments").as_array()) {
    const auto id = value.is_string() ? Uuid::parse(std::string_view(value.get_string())) : std::nullopt;
    if (!id) throw Error{Code::invalidField, "assignments", "Each of these must be a UUID in small letters."};
    ids.push_back(*id);
  }
  return ids;
}

http::Endpoint issueBadges(ProjectService* projects) {
  http::Endpoint e = endpoint("POST", "/api/v1/projects/{id}/badges");
  e.doc = "Makes signed badges for assignments; badges that they had before stop counting.";
  e.body = http::Body::json;
  e.fields = {
      {"assignments", Type::array, false, 1000, "Ids of assignments of this project."},
      {"assignment", Type::uuid, false, 0, "The same for one; the answer repeats its code as badge."},
      {"valid_from", Type::integer, false, 0, "Milliseconds since 1970; a day ago unless said otherwise."},
      {"valid_to", Type::integer, false, 0, "Half a year from now unless said otherwise."}};
  e.action = [projects](const http::Context& context, const http::Request& r) {
    const std::int64_t now = context.clock.wallMs();
    json::array list;
    for (const IssuedBadge& b : projects->issueBadges(actingOf(r), uuidParam(r, "id"), assignmentsOf(r),
                                                      r.integer("valid_from", now - kDayMs),
                                                      r.integer("valid_to", now + 180 * kDayMs))) {
      list.push_back({{"assignment", b.assignment.str()},
                      {"issue", b.issue},
                      {"code", b.code},
                      {"valid_from", b.validFromMs},
                      {"valid_to", b.validToMs}});
    }
    json::object data{{"badges", std::move(list)}};
    json::array& made = data["badges"].as_array();
    if (made.size() == 1) data["badge"] = made.at(0).at("code");
    return http::success(std::move(data), "Badges made", 201);
  };
  return e;
}

http::Endpoint revokeBadge(ProjectService* projects) {
  http::Endpoint e = endpoint("DELETE", "/api/v1/projects/{id}/badges/{assignment}");
  e.doc = "Takes back the badge of an assignment; every kiosk refuses it from its next contact on.";
  e.query = {{"reason", Type::text, false, 255, ""}};
  e.action = [projects](const http::Context&, const http::Request& r) {
    projects->revokeBadge(actingOf(r), uuidParam(r, "id"), uuidParam(r, "assignment"),
                          r.queryValue("reason").value_or(""));
    return http::success(nullptr, "Taken back");
  };
  return e;
}

}  // namespace

std::vector<http::Endpoint> projectEndpoints(ProjectService* projects) {
  return {addStaff(projects),    removeStaff(projects), kioskToken(projects),
          enrol(projects),       kiosks(projects),      renameKiosk(projects),
          revokeKiosk(projects), issueBadges(projects), revokeBadge(projects)};
}

}  // namespace foyer::server::api
