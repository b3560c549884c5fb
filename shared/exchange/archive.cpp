// SPDX-License-Identifier: GPL-3.0-or-later
#include <zip.h>

#include <memory>

#include "rows.hpp"

namespace foyer::exchange {
namespace {

constexpr zip_int64_t kMostFiles = 10'000;

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// "lists/watchlist.csv" is somebody's list, not the watchlist; what was deleted stays so.
bool isWanted(std::string_view name) {
  return (name.ends_with(".csv") || name.ends_with(".json")) &&
         name.find("deleted/") == std::string_view::npos &&
         name.find("orphaned/") == std::string_view::npos && name.find("__MACOSX") == std::string_view::npos;
}

}  // namespace

Result<std::vector<File>> unpacked(const File& archive) {
  const Error damaged{Code::damaged, archive.name, archive.name + " is no archive that can be opened."};
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* source = zip_source_buffer_create(archive.bytes.data(), archive.bytes.size(), 0, &why);
  if (!source) return damaged;
  const std::unique_ptr<zip_t, Close> zip(zip_open_from_source(source, ZIP_RDONLY, &why));
  if (!zip) {
    zip_source_free(source);
    return damaged;
  }
  const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
  const Error tooLarge{Code::tooLarge, archive.name, archive.name + " holds more than can be read at once."};
  if (count > kMostFiles) return tooLarge;
  std::vector<File> files;
  std::uint64_t total = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(zip.get(), static_cast<zip_uint64_t>(i), 0);
    if (!name || !isWanted(name)) continue;
    const std::unique_ptr<zip_file_t, Close> opened(
        zip_fopen_index(zip.get(), static_cast<zip_uint64_t>(i), 0));
    if (!opened) return damaged;
    File file{name, {}};
    char buffer[65'536];
    for (;;) {
      const zip_int64_t got = zip_fread(opened.get(), buffer, sizeof buffer);
      if (got < 0) return damaged;
      if (got == 0) break;
      // What it says of its sizes is not believed: only what comes out counts.
      total += static_cast<std::uint64_t>(got);
      if (total > kMostBytes) return tooLarge;
      file.bytes.append(buffer, static_cast<std::size_t>(got));
    }
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace foyer::exchange
