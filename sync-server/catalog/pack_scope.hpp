// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/catalog/catalog.hpp"

namespace foyer::server {

/// Makes the catalogue scope hold exactly these records, in one transaction: a row that is as it should be
/// keeps its version, and what isn't among them goes to the trash. `entries` is what the answer says of them.
CatalogLoaded bringUpToDate(SyncService& service, const Uuid& scope,
                            const std::vector<model::Record>& records, std::size_t entries);

}  // namespace foyer::server
