// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QtTest>

#include "housekeeper.hpp"
#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;
using qt::Housekeeper;

namespace {

constexpr auto kNever = 24h;

/// Nothing happens unless a test says when.
Housekeeper::Pace still() {
  Housekeeper::Pace pace;
  pace.indexAfter = pace.tidyFirst = pace.tidyEvery = pace.scrubFirst = pace.scrubPause = pace.scrubEvery =
      kNever;
  pace.indexPause = 0ms;
  return pace;
}

/// Rows that the server has too.
void fill(TempStore& s, int rows) {
  for (int i = 0; i < rows; ++i) {
    s.clock.advance(1);
    s.addEntry("film " + std::to_string(i));
  }
  s.push();
  s.pull();
}

/// Behind the store's back.
void run(const TempStore& s, const std::string& sql) {
  sqlite3* db = nullptr;
  QCOMPARE(sqlite3_open(s.file().c_str(), &db), SQLITE_OK);
  char* why = nullptr;
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &why) != SQLITE_OK) QFAIL(why);
  sqlite3_close(db);
}

int doneIn(const TempStore& s) {
  sqlite3* db = nullptr;
  sqlite3_stmt* count = nullptr;
  int done = -1;
  if (sqlite3_open_v2(s.file().c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
      sqlite3_prepare_v2(db, "SELECT count(*) FROM local_outbox WHERE stage = 4", -1, &count, nullptr) ==
          SQLITE_OK &&
      sqlite3_step(count) == SQLITE_ROW)
    done = sqlite3_column_int(count, 0);
  sqlite3_finalize(count);
  sqlite3_close(db);
  return done;
}

}  // namespace

/// What is done when nothing else is to do: in small steps, at its time, and never forgotten.
class HousekeeperTest : public QObject {
  Q_OBJECT

 private:
  std::vector<Uuid> m_damaged;
  std::map<Uuid, std::int64_t> m_forks;

  std::unique_ptr<Housekeeper> keep(TempStore& s, const Housekeeper::Pace& pace) {
    auto keeper = std::make_unique<Housekeeper>(
        *s, [this](const Uuid& scope, std::int64_t open) { m_forks[scope] = open; },
        [this](const Uuid& scope) { m_damaged.push_back(scope); }, pace);
    s->onChanges([k = keeper.get()](const std::vector<store::Change>& rows) { k->noticed(rows); });
    return keeper;
  }

 private slots:
  void init() {
    m_damaged.clear();
    m_forks.clear();
  }

  void law10_theDaysShareIsReadAndTheNextDayGoesOnThere() {
    TempStore s;
    fill(s, 60);
    auto pace = still();
    pace.scrubFirst = pace.scrubPause = 0ms;
    pace.scrubRows = 10;
    pace.scrubRowsPerDay = 30;
    // The last row is met on the second day, and only if that goes on where the first ended.
    run(s,
        "UPDATE watch_entries SET title = 'changed by nobody' WHERE rowid = "
        "(SELECT max(rowid) FROM watch_entries)");
    const std::string half = std::to_string(schema::collection("watch_entries").id) + " 30";
    {
      const auto first = keep(s, pace);
      QTRY_COMPARE(s->setting("scrub"), half);
      // With no pause between slices, these turns of the event loop would have read on.
      for (int turn = 0; turn < 50; ++turn) QCoreApplication::processEvents();
      QCOMPARE(s->setting("scrub"), half);  // that was the day's share
      QVERIFY(m_damaged.empty());
    }
    const auto second = keep(s, pace);
    QTRY_COMPARE(m_damaged, std::vector<Uuid>{s.person});
  }

  void law10_theShareComesBackEveryDay() {
    TempStore s;
    fill(s, 60);
    auto pace = still();
    pace.scrubFirst = pace.scrubPause = 0ms;
    pace.scrubEvery = 1ms;
    pace.scrubRows = 10;
    pace.scrubRowsPerDay = 10;
    const auto keeper = keep(s, pace);
    run(s,
        "UPDATE watch_entries SET title = 'changed by nobody' WHERE rowid = "
        "(SELECT max(rowid) FROM watch_entries)");
    QTRY_COMPARE(m_damaged, std::vector<Uuid>{s.person});
  }

  void theSearchIndexIsFilledAfterChanges() {
    TempStore s;
    auto pace = still();
    pace.indexAfter = 0ms;
    pace.indexRows = 7;
    const auto keeper = keep(s, pace);
    fill(s, 30);
    store::QuerySpec spec;
    spec.collection = &schema::collection("watch_entries");
    spec.search = "film";
    auto reader = std::move(store::Reader::open(s.file()).value());
    QTRY_COMPARE(reader->count(spec), std::int64_t{30});
  }

  void oldAnswersAreForgottenAgainAndAgain() {
    TempStore s;
    const Uuid list = s.addList("before");
    s.push();
    s.pull();
    auto pace = still();
    pace.tidyFirst = pace.tidyEvery = 1ms;
    const auto keeper = keep(s, pace);
    for (int month = 0; month < 2; ++month) {
      QVERIFY(doneIn(s) > 0);
      s.clock.advance(31LL * 24 * 3'600'000);
      QTRY_COMPARE(doneIn(s), 0);
      s.edit("lists", list, {{"name", std::string("month ") + std::to_string(month)}});
      s.push();
      s.pull();
    }
  }

  void openConflictsAreCountedAtTheStartAndWhenTheyChange() {
    TempStore s;
    const auto conflict = [&](const Uuid& id) {
      s.serverPuts("conflicts", id,
                   {{"kind", std::string("value")},
                    {"subject_collection", std::string("lists")},
                    {"subject_id", Uuid::v7(5)}});
      s.pull();
    };
    conflict(Uuid::v7(10));
    const auto keeper = keep(s, still());
    QTRY_COMPARE(m_forks[s.person], std::int64_t{1});
    conflict(Uuid::v7(11));
    QTRY_COMPARE(m_forks[s.person], std::int64_t{2});
  }
};

QTEST_GUILESS_MAIN(HousekeeperTest)
#include "housekeeper_test.moc"
