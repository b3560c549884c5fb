// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace foyer::photos {

struct Found {
  std::string path;
  std::int64_t bytes = 0;
};

/// Picture files under folders, by their names; a file that is named itself counts whatever it is called.
/// Sorted by folder and name, what everybody can show before its RAW. Each path once. Hidden folders and
/// links to folders are left out, folders that may not be read are skipped. `notFound` when a root is
/// missing: a card that was taken out is no empty folder. Stops early, with what it has, when `stop` is set.
/// Blocks.
Result<std::vector<Found>> scan(const std::vector<std::string>& roots, const std::atomic<bool>& stop);

}  // namespace foyer::photos
