// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "server/sync/sync_service.hpp"
#include "titles/pack.hpp"

namespace foyer::server {

struct CatalogLoaded {
  std::size_t entries = 0;  ///< titles, or words, in the pack
  std::size_t changed = 0;  ///< rows written
  std::size_t removed = 0;  ///< rows that are no longer in the pack
};

/// Brings the scope of the pack of this name up to date in one transaction; makes the scope if need be.
/// Idempotent: a row that is as it should be keeps its version. Safe from several processes at once.
CatalogLoaded loadCatalog(SyncService& service, std::string_view name,
                          const std::vector<titles::PackTitle>& pack, const titles::PackGenres& genres);
/// The built-in pack. Throws std::logic_error if it is damaged, which a test rules out.
CatalogLoaded loadBuiltInCatalog(SyncService& service);

/// Countries, cities, nationalities, talent types and skills, as every app has them.
inline constexpr std::string_view kReferencePack = "reference";
CatalogLoaded loadReference(SyncService& service);

}  // namespace foyer::server
