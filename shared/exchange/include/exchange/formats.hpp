// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "exchange/item.hpp"

namespace foyer::exchange {

/// The formats that films leave and come in; their columns are in README.md.
enum class Format { imdb, letterboxd, trakt, tmdb, yamtrack };

std::span<const Format> allFormats();
std::string_view nameOf(Format format);  ///< "imdb", "letterboxd", …
std::optional<Format> formatOf(std::string_view name);

/// One file as bytes.
struct File {
  std::string name;
  std::string bytes;
};

/// Told from time to time while files are read, 0 to 1; false stops the reading.
using Progress = std::function<bool(double done)>;

/// What the files say: CSV, JSON or ZIP with both; each is recognised by what stands in it. Rows about the
/// same title come together. Bad rows are reported and left out. Errors: unsupported (no list of titles in
/// any of them), damaged (a ZIP that can't be opened), tooLarge (above kMostBytes), gone (stopped).
Result<Parsed> read(const std::vector<File>& files, const Progress& progress = {});
/// Of one file, and of what comes out of one archive.
inline constexpr std::uint64_t kMostBytes = 1'000'000'000;

/// The items as files of this format.
std::vector<File> write(Format format, const std::vector<Item>& items);
/// What this format can hold of an item: reading back what was written gives exactly this.
Item keptBy(Format format, const Item& item);

}  // namespace foyer::exchange
