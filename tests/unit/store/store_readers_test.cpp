// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
using store::QuerySpec;

namespace {

constexpr std::size_t kRows = 40;
constexpr int kRounds = 250;
constexpr int kReaders = 3;

const schema::Collection& lists() { return schema::collection("lists"); }
const schema::Collection& authors() { return schema::collection("authors"); }

int roundOf(const model::Record& row) { return std::atoi(std::string(row.text("name")).c_str()); }

/// What the writer has said is there, and what readers saw that can't be.
struct Shared {
  std::atomic<int> round{0};          ///< of all lists, committed
  std::atomic<int> edit{0};           ///< of both authors, committed
  std::atomic<std::int64_t> head{0};  ///< the cursor, committed
  std::atomic<bool> over{false};
  std::atomic<std::int64_t> reads{0};
  std::mutex mutex;
  std::string wrong;  ///< the first

  void complain(const std::string& what) {
    const std::lock_guard lock(mutex);
    if (wrong.empty()) wrong = what;
  }
  bool failed() {
    const std::lock_guard lock(mutex);
    return !wrong.empty();
  }
  void check(bool holds, const char* what) {
    if (!holds) complain(what);
  }
};

/// Rows that one transaction wrote are seen all or not at all, and nothing that was committed before the call
/// is missed.
class Looker {
 public:
  Looker(const TempStore& s, Shared& shared, const std::vector<Uuid>& rows, const std::array<Uuid, 2>& pair)
      : m_shared(shared), m_person(s.person), m_last(rows.back()), m_pair(pair) {
    auto opened = store::Reader::open(s.file());
    if (!opened) throw std::runtime_error(opened.error().message);
    m_reader = std::move(opened).value();
    m_lists.collection = &lists();
    m_authors.collection = &authors();
  }

  void run() {
    while (!m_shared.over) {
      lookAtLists();
      lookAtAuthors();
      ++m_shared.reads;
    }
  }

 private:
  void lookAtLists() {
    const int round = m_shared.round;
    const std::int64_t head = m_shared.head;
    m_shared.check(m_reader->baseOf(m_person, lists(), m_last) >= head, "a base older than what was applied");
    m_shared.check(m_reader->count(m_lists) == static_cast<std::int64_t>(kRows),
                   "count() sees part of a page");
    m_shared.check(m_reader->ids(m_lists).size() == kRows, "ids() sees part of a page");
    const auto rows = m_reader->query(m_lists);
    m_shared.check(rows.size() == kRows, "query() sees part of a page");
    for (const model::Record& row : rows)
      m_shared.check(roundOf(row) == roundOf(rows.front()), "half of a page");
    if (!rows.empty()) m_shared.check(roundOf(rows.front()) >= round, "a committed page is missed");
    const auto one = m_reader->get(lists(), m_person, m_last);
    m_shared.check(one && roundOf(*one) >= round, "a committed row is missed");
  }

  void lookAtAuthors() {
    const int edit = m_shared.edit;
    const auto rows = m_reader->query(m_authors);
    m_shared.check(rows.size() == m_pair.size(), "the two authors");
    for (const model::Record& row : rows) {
      m_shared.check(roundOf(row) == roundOf(rows.front()), "half of what was written together");
      m_shared.check(roundOf(row) >= edit, "a saved edit is missed, or the screen jumps back");
    }
    for (const Uuid& id : m_pair) {
      const auto state = m_reader->pendingOf(authors(), m_person, id);
      m_shared.check(state != store::Pending::held, "nothing is held here");
      for (const auto& field : m_reader->pendingFields(authors(), m_person, id))
        m_shared.check(field.field == "name", "only the name waits");
    }
  }

  Shared& m_shared;
  Uuid m_person, m_last;
  std::array<Uuid, 2> m_pair;
  std::unique_ptr<store::Reader> m_reader;
  QuerySpec m_lists, m_authors;
};

/// The engine's side: pages of each kind, a person's edits, their outcomes.
class Worker {
 public:
  Worker(TempStore& s, Shared& shared) : m_s(s), m_shared(shared) {
    for (std::size_t i = 0; i < kRows; ++i) rows.push_back(Uuid::v7(static_cast<std::int64_t>(1000 + i)));
    for (Uuid& id : pair) id = Uuid::v7(m_s.clock.wallMs());
    bring(1);
    write(1, model::Op::create);
  }

  void run() {
    for (int i = 2; i < kRounds + 2; ++i) {
      if (i % 40 == 0) m_s->restartScope(m_s.person, m_s.epoch);
      bring(i);
      write(i, model::Op::edit);
      if (i % 3 == 0) m_s.push();
      m_s->indexSome(20);
    }
  }

  std::vector<Uuid> rows;
  std::array<Uuid, 2> pair;

 private:
  /// All lists take a new name on the server and come as one page.
  void bring(int round) {
    for (const Uuid& id : rows) m_s.serverPuts("lists", id, {{"name", std::to_string(round)}});
    const bool verified = m_s.pull().verified;
    m_shared.check(verified, "the page is verified");
    m_shared.round = round;
    m_shared.head = m_s.head;
  }

  void write(int number, model::Op op) {
    std::vector<store::Edit> edits;
    for (const Uuid& id : pair) {
      edits.push_back(makeEdit("authors", m_s.person, id, {{"name", std::to_string(number)}}));
      edits.back().op = op;
      edits.back().base = m_s->baseOf(m_s.person, authors(), id);
    }
    m_shared.check(m_s->writeAll(edits).ok(), "both are saved");
    m_shared.edit = number;
  }

  TempStore& m_s;
  Shared& m_shared;
};

}  // namespace

/// The one writer, as the engine uses it, and the readers of a screen on threads of their own.
class StoreReadersTest : public QObject {
  Q_OBJECT

 private slots:
  void law1_readersBesideTheWriterSeeWholeTransactions();
};

void StoreReadersTest::law1_readersBesideTheWriterSeeWholeTransactions() {
  TempStore s;
  Shared shared;
  Worker worker(s, shared);
  std::vector<std::thread> readers;
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] {
      try {
        Looker(s, shared, worker.rows, worker.pair).run();
      } catch (const std::exception& e) {
        shared.complain(std::string("a reader throws: ") + e.what());
      }
    });
  }
  while (shared.reads < kReaders && !shared.failed()) std::this_thread::yield();
  worker.run();
  shared.over = true;
  for (std::thread& reader : readers) reader.join();
  qInfo("%lld looks beside %d rounds", static_cast<long long>(shared.reads), kRounds);
  QCOMPARE(shared.wrong, std::string());
  QVERIFY(shared.reads > 20);
}

QTEST_GUILESS_MAIN(StoreReadersTest)
#include "store_readers_test.moc"
