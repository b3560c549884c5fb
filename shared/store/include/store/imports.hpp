// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/result.hpp"
#include "base/uuid.hpp"
#include "store/store.hpp"

namespace foyer::store {

enum class ImportState : std::uint8_t { waiting = 0, taken = 1, known = 2, damaged = 3 };

/// One file of an import.
struct ImportFile {
  std::int64_t number = 0;  ///< its place in the list, from 1
  std::string path;         ///< as the file system spells it, possibly not UTF-8
  std::int64_t bytes = 0;
  ImportState state = ImportState::waiting;
  Error reason;  ///< damaged
};

/// Each file is in exactly one state, so these add up.
struct ImportCounts {
  std::int64_t taken = 0;
  std::int64_t known = 0;
  std::int64_t damaged = 0;
  std::int64_t waiting = 0;
  std::int64_t total() const { return taken + known + damaged + waiting; }
  std::int64_t done() const { return total() - waiting; }
};

/// Where an original lies on this device.
struct Original {
  std::string path;
  std::int64_t bytes = 0;
  std::int64_t modifiedNs = 0;  ///< of the file, when it was read
};

/// What became of one file.
struct ImportMark {
  std::int64_t number = 0;
  ImportState state = ImportState::taken;
  Error reason;        ///< damaged
  std::string sha256;  ///< taken and known: the original is at this place
  Original original;
};

/// The part of imports that never leaves the device: which files there are, what became of each, and where
/// originals lie. The session itself is a record of the collection import_sessions. Used on the thread of its
/// Store; lives no longer than it. Throws Failure when the disk fails, unless a Result says so.
class Imports {
 public:
  explicit Imports(Store& store);

  /// The session's record and what it shall read, in one transaction.
  Result<void> begin(const Edit& session, const std::vector<std::string>& roots);
  /// What was found under the roots. From now on the session is listed.
  Result<void> list(const Uuid& session, const std::vector<ImportFile>& files,
                    const std::vector<Edit>& edits);
  /// Records of examined files and what became of each file: all or nothing.
  Result<void> take(const Uuid& session, const std::vector<ImportMark>& marks,
                    const std::vector<Edit>& edits);
  /// Damaged files wait again.
  Result<void> retryDamaged(const Uuid& session, const std::vector<Edit>& edits);
  /// What still waits leaves the list.
  Result<void> dropWaiting(const Uuid& session, const std::vector<Edit>& edits);
  /// The whole list: nothing of it is wanted any more. Where originals lie stays known.
  void forget(const Uuid& session);

  /// Those whose list is here, newest first.
  std::vector<Uuid> sessions(const Uuid& scope);
  /// Nothing: this device does not import it.
  std::optional<std::vector<std::string>> roots(const Uuid& session);
  bool listed(const Uuid& session);
  ImportCounts counts(const Uuid& session);
  /// Files in one state, in the order of the list.
  std::vector<ImportFile> files(const Uuid& session, ImportState state, std::int64_t after,
                                std::int64_t limit);

  /// All places at which the file with these bytes was seen on this device, the newest first.
  std::vector<Original> originals(const Uuid& scope, const std::string& sha256);
  void forgetOriginal(const Uuid& scope, const std::string& sha256, const std::string& path);

 private:
  Result<void> attempt(const std::vector<Edit>& edits, const std::function<void()>& work);
  Store& m_store;
  Database& m_db;
};

}  // namespace foyer::store
