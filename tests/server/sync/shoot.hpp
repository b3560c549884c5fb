// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

#include "sync_world.hpp"

namespace foyer::test {

/// A project with all that is required.
inline std::vector<Set> projectFields(const Actor& actor, const std::string& name) {
  return {{.field = "name", .value = name},
          {.field = "created_by", .value = actor.who.account},
          {.field = "status", .value = std::string("preparation")},
          {.field = "time_zone", .value = std::string("Europe/Paris")},
          {.field = "day_cut", .value = std::string("04:00")}};
}

/// Makes one in a scope of its own; throws std::runtime_error when it is held.
inline Uuid makeProject(World& w, Actor& actor) {
  const Uuid id = newId();
  const auto result = w.one(actor, actor.create(id, "projects", id, projectFields(actor, "Nightfall")));
  if (result.outcome == model::Outcome::held)
    throw std::runtime_error(result.reason->field + result.reason->message);
  return id;
}

/// A scan at the gate by this actor's device.
inline std::vector<Set> eventFields(const Actor& actor, const Uuid& project, std::int64_t counter) {
  return {{.field = "kind", .value = std::string("pass")},
          {.field = "project_id", .value = project},
          {.field = "device_id", .value = actor.who.device},
          {.field = "counter", .value = counter},
          {.field = "wall_at", .value = std::int64_t{1'750'000'000'000}},
          {.field = "steady_ms", .value = std::int64_t{5}},
          {.field = "boot_id", .value = newId()},
          {.field = "grade", .value = std::string("verified")},
          {.field = "intent", .value = std::string("automatic")},
          {.field = "source", .value = std::string("badge")}};
}

}  // namespace foyer::test
