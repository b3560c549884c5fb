// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "photos/import.hpp"
#include "photos/placer.hpp"

/// The record of an import, which every device of the person sees.
namespace foyer::photos {

store::Edit newSession(const ImportRequest& request, const Uuid& session, std::int64_t nowMs);

/// State and counts; begun and finished at their first and last time.
store::Edit sessionEdit(store::Store& store, const Uuid& scope, const Uuid& session,
                        const store::ImportCounts& counts, std::string_view status, std::int64_t nowMs);

/// For the records of its files.
Occasion occasionOf(store::Store& store, const Uuid& scope, const Uuid& session, std::int64_t nowMs,
                    const std::string& app);

}  // namespace foyer::photos
