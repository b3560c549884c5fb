// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "titles/pack.hpp"

namespace foyer::server {

/// What came of IMDb's data files.
struct ImdbTitles {
  std::vector<titles::PackTitle> titles;
  std::int64_t lines = 0;    ///< read, headers and ratings included
  std::int64_t damaged = 0;  ///< lines that are no line of their file, or break a field's declaration
  std::int64_t known = 0;    ///< in the built-in pack already: left to it
  std::int64_t beyond = 0;   ///< wanted, but more than `most`: those with the fewest votes
  std::vector<std::string> firstDamaged;  ///< "FILE:12", the first few
};

/// Reads `title.basics` and `title.ratings` as IMDb gives them out (tab-separated, plain or gzip), recognised
/// by their headers: films, films for television, shorts, series. Of more than `most` titles those with the
/// most votes are taken, without ratings the first ones. The files may have any number of lines: memory grows
/// with `most` only. Errors: notFound (a file can't be read), unsupported (not such a file, or no basics).
Result<ImdbTitles> readImdbFiles(const std::vector<std::string>& files, std::size_t most);

}  // namespace foyer::server
