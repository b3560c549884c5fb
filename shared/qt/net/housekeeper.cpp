// SPDX-License-Identifier: GPL-3.0-or-later
#include "housekeeper.hpp"

#include "schema/collections.hpp"

namespace foyer::qt {

Housekeeper::Housekeeper(store::Store& store, Forks forks, Damaged damaged, const Pace& pace, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_forks(std::move(forks)),
      m_damaged(std::move(damaged)),
      m_pace(pace),
      m_toScrub(pace.scrubRowsPerDay) {
  if (auto reader = store::Reader::open(store.file())) m_reader = std::move(reader).value();
  for (const store::ScopeInfo& scope : store.scopes()) m_toCount.insert(scope.scope);
  m_counting.setSingleShot(true);
  m_indexing.setSingleShot(true);
  connect(&m_counting, &QTimer::timeout, this, &Housekeeper::countForks);
  connect(&m_indexing, &QTimer::timeout, this, &Housekeeper::index);
  connect(&m_tidying, &QTimer::timeout, this, [this] {
    m_store.tidy();
    m_tidying.start(m_pace.tidyEvery);
  });
  m_scrubbing.setSingleShot(true);
  connect(&m_scrubbing, &QTimer::timeout, this, &Housekeeper::scrub);
  m_scrubbing.start(m_pace.scrubFirst);
  m_counting.start(0);
  m_indexing.start(m_pace.indexAfter);
  m_tidying.start(m_pace.tidyFirst);
}

void Housekeeper::noticed(const std::vector<store::Change>& rows) {
  static const schema::Collection* const conflicts = &schema::collection("conflicts");
  for (const store::Change& row : rows) {
    if (row.collection != conflicts) continue;
    m_toCount.insert(row.scope);
    if (!m_counting.isActive()) m_counting.start(0);
  }
  m_indexing.start(m_pace.indexAfter);
}

void Housekeeper::countForks() {
  if (!m_reader) return;
  store::QuerySpec open;
  open.collection = &schema::collection("conflicts");
  open.filters.push_back({"resolution", store::Filter::Op::missing, {}});
  for (const Uuid& scope : std::exchange(m_toCount, {})) {
    open.scope = scope;
    m_forks(scope, m_reader->count(open));
  }
}

void Housekeeper::scrub() {
  const auto slice = m_store.scrub(m_pace.scrubRows);
  m_toScrub -= slice.rows;
  const bool enough = m_toScrub <= 0 || slice.round;
  if (enough) m_toScrub = m_pace.scrubRowsPerDay;
  m_scrubbing.start(enough ? m_pace.scrubEvery : m_pace.scrubPause);
  for (const Uuid& scope : slice.scopes) m_damaged(scope);
}

void Housekeeper::index() {
  if (m_store.indexSome(m_pace.indexRows)) m_indexing.start(m_pace.indexPause);
}

}  // namespace foyer::qt
