// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sync/rules.hpp"

namespace foyer::server {

std::optional<Error> Rules::mayCreateScope(const Principal& who, const model::Mutation&) const {
  if (!who.kiosk) return std::nullopt;
  return Error{Code::forbidden, {}, "A kiosk can't create this."};
}

std::string_view Rules::creatorRole(schema::Scope kind) const {
  return kind == schema::Scope::project ? "coordinator" : "owner";
}

}  // namespace foyer::server
