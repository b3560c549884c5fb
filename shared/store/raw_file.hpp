// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace foyer::store {

/// Reads rows out of an SQLite file without its header, its schema or its tree: every leaf page that still
/// makes sense is taken as it lies, with the newest committed page images of the write-ahead log on top. For
/// salvage only; pages that are free by now are read, too. (File format: sqlite.org/fileformat2.html.)
class RawFile {
 public:
  using Value = std::variant<std::monostate, std::int64_t, double, std::string>;  ///< text and blobs alike
  using Row = std::vector<Value>;

  explicit RawFile(const std::filesystem::path& file);
  /// Calls `take` with each row; `rowId` is 0 for tables without one.
  void forEachRow(const std::function<void(std::int64_t rowId, const Row& row)>& take) const;

 private:
  using Page = std::string_view;
  void readLog(const std::filesystem::path& log);
  Page page(std::uint32_t number) const;
  void readLeaf(Page page, const std::function<void(std::int64_t, const Row&)>& take) const;
  bool readCell(Page page, std::size_t at, bool table, std::int64_t& rowId, Row& row) const;
  bool payload(Page page, std::size_t at, std::uint64_t size, bool table, std::string& out) const;
  static bool parse(std::string_view payload, Row& row);

  std::size_t m_pageSize = 4096;
  std::string m_main;
  std::string m_log;
  std::map<std::uint32_t, std::size_t> m_newer;  ///< page number → where its image begins in the log
};

}  // namespace foyer::store
