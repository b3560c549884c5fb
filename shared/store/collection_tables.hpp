// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schema/types.hpp"

namespace foyer::store {

/// Table of a collection's shown rows. A row id of its own keeps the table in order of arrival, whatever the
/// ids are; only the narrow index over (scope_id, id) is written at random places during a first sync.
std::string createTableSql(const schema::Collection& collection);
std::string addColumnSql(const schema::Collection& collection, const schema::Field& field);
/// Hand-written: orders and filters that a screen needs without reading everything.
std::vector<std::string> createIndexSql(const schema::Collection& collection);

}  // namespace foyer::store
