// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "photos/examine.hpp"
#include "store/imports.hpp"
#include "store/reader.hpp"

namespace foyer::photos {

/// Who imports what, for the records.
struct Occasion {
  Uuid scope;
  Uuid session;
  Uuid device;
  std::int64_t nowMs = 0;
  std::string app;  ///< "Foyer 0.1.0"; no quotes in it
};

/// Decides which records an examined file becomes: a photo with its file, one more file of a photo, or
/// nothing because its bytes are known. A file joins a photo when both make the same hotpreview, or when base
/// name, time and camera agree; a name alone never does. Works for one batch, all of whose edits are then
/// written in one transaction. On the thread of its Store.
class Placer {
 public:
  Placer(store::Store& store, store::Reader& reader, Occasion occasion)
      : m_store(store), m_reader(reader), m_occasion(std::move(occasion)) {}

  /// What became of the file; what has to be written is appended to `edits`.
  store::ImportMark place(const store::ImportFile& file, const Result<Examined>& examined,
                          std::vector<store::Edit>& edits);

 private:
  bool known(const Uuid& fileId);
  std::optional<Uuid> partnerOf(const std::string& filename, const Examined& examined);
  bool hasFileNamed(const Uuid& photo, const std::string& stem);
  void addPhoto(const Uuid& id, const Examined& examined, std::vector<store::Edit>& edits);
  void addFile(const Uuid& id, const Uuid& photo, const std::string& filename, const Examined& examined,
               bool joins, std::vector<store::Edit>& edits);
  std::string roleIn(const Uuid& photo, media::Kind kind);

  store::Store& m_store;
  store::Reader& m_reader;
  Occasion m_occasion;
  std::set<Uuid> m_files;                  ///< of this batch
  std::set<Uuid> m_photos;                 ///< made by this batch
  std::set<Uuid> m_mastered;               ///< photos that got their master in this batch
  std::map<std::string, Uuid> m_partners;  ///< photos made by this batch, by what a companion has in common
};

/// A file's name without folder and ending, in lower case, as companions share it.
std::string stemOf(std::string_view filename);
/// The name as text: what is no UTF-8 and no printable character becomes "_".
std::string cleanName(std::string_view filename);

}  // namespace foyer::photos
