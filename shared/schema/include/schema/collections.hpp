// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "schema/types.hpp"

namespace foyer::schema {

/// THE list: every synced collection, in ascending order of id.
std::span<const Collection> collections();
const Collection* findCollection(std::string_view name);
const Collection* findCollection(std::uint16_t id);
/// Like findCollection, for names in our own code: throws std::logic_error when missing.
const Collection& collection(std::string_view name);

/// Schema level of the list: what this program tells others it knows.
int level();

std::string_view scopeName(Scope kind);

}  // namespace foyer::schema
