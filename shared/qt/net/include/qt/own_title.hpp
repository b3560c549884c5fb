// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "base/uuid.hpp"

namespace foyer::qt {

/// The id of a title that is in no catalogue: the same on every device that types the same words, year and
/// kind in this scope.
Uuid ownTitleId(const Uuid& scope, const QString& title, std::optional<std::int64_t> year,
                const QString& kind);

}  // namespace foyer::qt
