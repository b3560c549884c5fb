// SPDX-License-Identifier: GPL-3.0-or-later
#include "housekeeper.hpp"

#include <chrono>

#include "schema/collections.hpp"

namespace foyer::qt {
namespace {

using namespace std::chrono_literals;

/// Rows indexed at once: about 5 ms, so that a person's write never waits noticeably behind it.
constexpr std::int64_t kIndexRows = 100;
/// Pause between two steps: leaves the thread to sync.
constexpr auto kIndexPause = 10ms;
/// After the last change: a first sync is not slowed down by indexing its pages one by one.
constexpr auto kIndexAfter = 300ms;
/// Not while the app starts, then four times a day.
constexpr auto kTidyFirst = 60s;
constexpr auto kTidyEvery = 6h;
/// Rows read again at once, about 10 ms, and how many in a day: a phone's 100,000 are through in two days of
/// use.
constexpr std::int64_t kScrubRows = 1'000;
constexpr std::int64_t kScrubRowsPerDay = 50'000;
constexpr auto kScrubFirst = 120s;
constexpr auto kScrubPause = 20s;
constexpr auto kScrubEvery = 24h;

}  // namespace

Housekeeper::Housekeeper(store::Store& store, Forks forks, Damaged damaged, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_forks(std::move(forks)),
      m_damaged(std::move(damaged)),
      m_toScrub(kScrubRowsPerDay) {
  if (auto reader = store::Reader::open(store.file())) m_reader = std::move(reader).value();
  for (const store::ScopeInfo& scope : store.scopes()) m_toCount.insert(scope.scope);
  m_counting.setSingleShot(true);
  m_indexing.setSingleShot(true);
  connect(&m_counting, &QTimer::timeout, this, &Housekeeper::countForks);
  connect(&m_indexing, &QTimer::timeout, this, &Housekeeper::index);
  connect(&m_tidying, &QTimer::timeout, this, [this] {
    m_store.tidy();
    m_tidying.start(kTidyEvery);
  });
  m_scrubbing.setSingleShot(true);
  connect(&m_scrubbing, &QTimer::timeout, this, &Housekeeper::scrub);
  m_scrubbing.start(kScrubFirst);
  m_counting.start(0ms);
  m_indexing.start(kIndexAfter);
  m_tidying.start(kTidyFirst);
}

void Housekeeper::noticed(const std::vector<store::Change>& rows) {
  static const schema::Collection* const conflicts = &schema::collection("conflicts");
  for (const store::Change& row : rows) {
    if (row.collection != conflicts) continue;
    m_toCount.insert(row.scope);
    if (!m_counting.isActive()) m_counting.start(0ms);
  }
  m_indexing.start(kIndexAfter);
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
  const auto slice = m_store.scrub(kScrubRows);
  m_toScrub -= slice.rows;
  const bool enough = m_toScrub <= 0 || slice.round;
  if (enough) m_toScrub = kScrubRowsPerDay;
  m_scrubbing.start(enough ? std::chrono::milliseconds(kScrubEvery) : std::chrono::milliseconds(kScrubPause));
  for (const Uuid& scope : slice.scopes) m_damaged(scope);
}

void Housekeeper::index() {
  if (m_store.indexSome(kIndexRows)) m_indexing.start(kIndexPause);
}

}  // namespace foyer::qt
