// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "answers.hpp"
#include "auth.hpp"
#include "server/api/projects.hpp"

namespace foyer::server::api {
namespace {

namespace json = boost::json;
using http::Type;

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

}  // namespace

std::vector<http::Endpoint> projectKioskEndpoints(ProjectService* projects) {
  return {kioskToken(projects), enrol(projects), kiosks(projects), renameKiosk(projects),
          revokeKiosk(projects)};
}

}  // namespace foyer::server::api
