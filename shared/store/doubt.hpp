// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.hpp"

namespace foyer::store {

/// Law 11, while a scope is read again after its server went back in time: the open conflicts that this
/// device shows may be forgotten over there. An edit of such a field was typed with a conflict on the screen,
/// not the value that lost; on the older server that value may be the live one, and the edit's base would
/// hide it. So the edit counts as knowing nothing: at worst a conflict is told twice.
class Doubt {
 public:
  /// Reads the open conflicts of a scope.
  Doubt(Db& db, const Uuid& scope);
  /// Whether the base was taken away.
  bool strip(model::Mutation& m) const;

 private:
  std::map<Uuid, std::vector<std::string>> m_fields;  ///< in conflict, by record
};

}  // namespace foyer::store
