// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "sqlite.hpp"

namespace foyer::store {

/// Carries over from a damaged file what only this device has: mutations that the server has not answered,
/// held ones, settings and the list of scopes (their rows come again from the server). Reads what can be read
/// and skips the rest. Returns how many mutations were saved.
std::int64_t salvage(const std::filesystem::path& damaged, Db& fresh);

}  // namespace foyer::store
