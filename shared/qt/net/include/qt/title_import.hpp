// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "exchange/plan.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

namespace foyer::qt {

/// The titles of the device's catalogues with their numbers elsewhere; what the app carries where there is no
/// catalogue yet.
std::shared_ptr<const titles::TitleIndex> titleIndexOf(store::Reader& reader);

/// What a person has watched and wants to watch, as an import or an export needs it. Keeps the index alive.
struct Shelf {
  std::shared_ptr<const titles::TitleIndex> titles;
  exchange::Library library;
};
Shelf shelfOf(store::Reader& reader, const Uuid& scope);

/// Writes the plan of an import into the store, some records at a time, and notes each before it is written,
/// so that all of it can be taken back, also after a crash. Lives on the store's thread.
class TitleImport {
 public:
  /// Notes go into a file of their own below `folder`. Errors: damaged (the file can't be made).
  static Result<TitleImport> begin(store::Store& store, const Uuid& scope,
                                   const std::filesystem::path& folder, std::int64_t nowMs,
                                   exchange::Plan plan);

  /// Writes the next few hundred records. True: there are more.
  Result<bool> step();
  double progress() const;
  std::int64_t refused() const { return m_refused; }  ///< records that could not be written
  const std::filesystem::path& notes() const { return m_notes; }

  /// Where the notes of a data folder lie.
  static std::filesystem::path folderOf(const std::filesystem::path& dataDir);
  /// The notes of the newest import that was not taken back.
  static std::optional<std::filesystem::path> last(const std::filesystem::path& folder);

  struct Undone {
    std::int64_t records = 0;
    std::int64_t kept = 0;  ///< changed by somebody since: they stay
  };
  /// Takes one import back, in one transaction, and forgets its notes.
  static Result<Undone> undo(store::Store& store, const Uuid& scope, const std::filesystem::path& notes);

 private:
  TitleImport(store::Store& store, const Uuid& scope, std::filesystem::path notes, exchange::Plan plan);
  store::Edit editOf(const exchange::Change& change) const;

  store::Store* m_store;  ///< not owned
  Uuid m_scope;
  std::filesystem::path m_notes;
  std::ofstream m_out;
  exchange::Plan m_plan;
  std::size_t m_at = 0;
  std::int64_t m_refused = 0;
};

}  // namespace foyer::qt
