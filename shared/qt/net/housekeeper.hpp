// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
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
  using Forks = std::function<void(const Uuid& scope, std::int64_t open)>;
  /// Rows of this scope were found changed behind the store's back.
  using Damaged = std::function<void(const Uuid& scope)>;
  Housekeeper(store::Store& store, Forks forks, Damaged damaged, QObject* parent = nullptr);

  /// Told of every change, possibly from inside the engine: works later.
  void noticed(const std::vector<store::Change>& rows);

 private:
  void countForks();
  void index();
  void scrub();

  store::Store& m_store;
  Forks m_forks;
  Damaged m_damaged;
  std::unique_ptr<store::Reader> m_reader;
  std::set<Uuid> m_toCount;
  QTimer m_counting;
  QTimer m_indexing;
  QTimer m_tidying;
  QTimer m_scrubbing;
  std::int64_t m_toScrub;  ///< rows left of this day's share
};

}  // namespace foyer::qt
