// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "store/imports.hpp"

namespace foyer::photos {

/// What a person asks for.
struct ImportRequest {
  Uuid scope;
  Uuid device;
  std::vector<std::string> roots;  ///< folders and files
  std::string name;                ///< of the session, as people read it
  std::string source;              ///< where from, in words; no path
};

/// One import session on the device that runs it: workers read files, step() writes what they found, in the
/// order of the list and in one transaction per batch, so that a kill at any moment loses nothing and counts
/// nothing twice. Lives on the thread of its Store; the workers touch nothing but files.
class Import {
 public:
  enum class Phase { scanning, running, paused, done };
  struct Progress {
    Uuid session;
    Phase phase = Phase::scanning;
    store::ImportCounts counts;
    std::optional<Error> problem;   ///< why it pauses by itself: a full disk, a card that was taken out
    std::int64_t secondsLeft = -1;  ///< -1: not known yet
  };
  struct Options {
    /// Called on a worker's thread when step() has something to do. Must not call back at once.
    std::function<void()> wake;
    int workers = 0;  ///< 0: as many as there are cores
    std::string app;  ///< "Foyer 0.1.0", for the records
  };

  /// Makes the session's record. Nothing is read yet.
  static Result<Uuid> begin(store::Store& store, const Clock& clock, const ImportRequest& request);
  /// Sessions that this device began and has not finished, newest first. Those that a person paused too.
  static std::vector<Uuid> unfinished(store::Store& store, const Uuid& scope);

  /// Takes up a session that begin() made, in this run of the program or in one before. Throws
  /// std::logic_error when this device has no list of it.
  Import(store::Store& store, const Clock& clock, const Uuid& scope, const Uuid& session, Options options);
  ~Import();

  /// Writes what is ready and gives the workers more to do. Never waits for them. To be called after each
  /// wake.
  void step();
  void pause();
  void resume();
  /// What was taken stays, what waits is forgotten; the session is done.
  void cancel();
  /// Damaged files are tried again, also when the session was done.
  void retryDamaged();

  const Progress& progress() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace foyer::photos
