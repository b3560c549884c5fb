// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <memory>
#include <set>
#include <vector>

#include "store/reader.hpp"
#include "store/store.hpp"

namespace foyer::qt {

/// What the database needs when nothing else is to do: full-text search is filled in small steps, old answers
/// are forgotten, open conflicts are counted for the status, a share of the rows is read again each day.
/// Lives on the store's thread, not longer than the store.
class Housekeeper : public QObject {
  Q_OBJECT

 public:
  /// How much is done at once, and when.
  struct Pace {
    using Ms = std::chrono::milliseconds;
    std::int64_t indexRows = 100;  ///< about 5 ms: a person's write never waits noticeably behind it
    Ms indexPause{10};             ///< between two steps: leaves the thread to sync
    Ms indexAfter{300};            ///< the last change: a first sync's pages are not indexed one by one
    Ms tidyFirst{60'000};          ///< not while the app starts
    Ms tidyEvery = std::chrono::hours(6);
    std::int64_t scrubRows = 1'000;         ///< about 10 ms
    std::int64_t scrubRowsPerDay = 50'000;  ///< a phone's 100,000 are through in two days of use
    Ms scrubFirst{120'000};
    Ms scrubPause{20'000};
    Ms scrubEvery = std::chrono::hours(24);
  };
  using Forks = std::function<void(const Uuid& scope, std::int64_t open)>;
  /// Rows of this scope were found changed behind the store's back.
  using Damaged = std::function<void(const Uuid& scope)>;
  Housekeeper(store::Store& store, Forks forks, Damaged damaged, const Pace& pace, QObject* parent = nullptr);

  /// Told of every change, possibly from inside the engine: works later.
  void noticed(const std::vector<store::Change>& rows);
  /// Now, of scopes where they may have changed; otherwise it happens by itself a moment later.
  void countForks();

 private:
  void index();
  void scrub();

  store::Store& m_store;
  Forks m_forks;
  Damaged m_damaged;
  Pace m_pace;
  std::unique_ptr<store::Reader> m_reader;
  std::set<Uuid> m_toCount;
  QTimer m_counting;
  QTimer m_indexing;
  QTimer m_tidying;
  QTimer m_scrubbing;
  std::int64_t m_toScrub;  ///< rows left of this day's share
};

}  // namespace foyer::qt
