// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/json.hpp>

#include "answers.hpp"
#include "server/api/projects.hpp"

namespace foyer::server::api {
namespace {

namespace json = boost::json;
using http::Type;
constexpr std::int64_t kDayMs = 86'400'000;

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

std::vector<http::Endpoint> projectBadgeEndpoints(ProjectService* projects) {
  return {issueBadges(projects), revokeBadge(projects)};
}

}  // namespace foyer::server::api
