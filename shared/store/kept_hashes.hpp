// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "model/digest.hpp"
#include "sqlite.hpp"

namespace foyer::store {

using EachKeptHash = std::function<void(const schema::Collection& collection, const Uuid& id,
                                        std::int64_t version, const model::Digest& hash)>;

/// The hash kept with each row of a scope that the server has; zero for a tombstone. Reads no content.
void eachKeptHash(Db& db, const Uuid& scope, const EachKeptHash& each);

}  // namespace foyer::store
