// SPDX-License-Identifier: GPL-3.0-or-later
// An import over a real database: in, in again, and back out without a trace.
#include <QTemporaryDir>
#include <QtTest>

#include "exchange/formats.hpp"
#include "model/identity.hpp"
#include "qt/title_import.hpp"
#include "schema/collections.hpp"

using namespace foyer;
using namespace foyer::qt;

class TitleImportTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_dir;
  SystemClock m_clock;
  Uuid m_me = Uuid::v7(1);
  std::unique_ptr<store::Store> m_store;
  std::unique_ptr<store::Reader> m_reader;

  std::filesystem::path folder() const { return TitleImport::folderOf(m_dir.path().toStdString()); }
  static std::vector<exchange::File> letterboxd(int films) {
    std::string table = "Name,Year,Rating10,WatchedDate,Tags,Review\n";
    for (int i = 0; i < films; ++i)
      table += "Summer " + std::to_string(i) + ",2001," + std::to_string(1 + i % 10) + ",2024-03-0" +
               std::to_string(1 + i % 9) + ",cinema,\"Note, " + std::to_string(i) + "\"\n";
    return {{"watched.csv", table + "Fight Club,1999,9,,,\n"}};
  }
  exchange::Plan planOf(const std::vector<exchange::File>& files) {
    auto parsed = exchange::read(files);
    const Shelf shelf = shelfOf(*m_reader, m_me);
    return exchange::plan(*parsed, shelf.library);
  }
  /// Everything live, as text.
  QStringList shown() {
    QStringList lines;
    for (const char* name : {"watch_entries", "diary"}) {
      store::QuerySpec spec;
      spec.collection = &schema::collection(name);
      for (const model::Record& row : m_reader->query(spec)) {
        QString line = QString::fromStdString(row.id.str());
        for (const model::Value& value : row.fields)
          line += '|' + QString::number(value.index()) +
                  QString::fromStdString(
                      std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : "");
        lines << line;
      }
    }
    return lines;
  }
  void run(TitleImport import) {
    for (bool more = true; more;) {
      const auto step = import.step();
      QVERIFY(step.ok());
      more = *step;
    }
    QCOMPARE(import.refused(), std::int64_t{0});
    QCOMPARE(import.progress(), 1.0);
  }

 private slots:
  void init() {
    const std::filesystem::path file = m_dir.path().toStdString() + "/foyer.sqlite";
    auto opened = store::Store::open({file, Uuid::v7(3), &m_clock, false});
    QVERIFY(opened.ok());
    m_store = std::move(opened->store);
    store::ScopeInfo scope;
    scope.scope = m_me;
    scope.kind = schema::Scope::person;
    m_store->putScope(scope);
    m_reader = std::move(*store::Reader::open(file));
  }
  void cleanup() {
    m_reader.reset();
    m_store.reset();
    for (const QString& name : QDir(m_dir.path()).entryList(QDir::Files)) QFile::remove(m_dir.filePath(name));
    std::filesystem::remove_all(folder());
  }

  void inOnceAndOutWithoutATrace() {
    store::Edit mine;
    mine.collection = &schema::collection("watch_entries");
    mine.scope = m_me;
    mine.op = model::Op::create;
    const titles::KnownTitle* club = titles::builtInIndex().byImdb("tt0137523");
    mine.patches = {{mine.collection->find("title_id"), club->id, {}, {}, {}},
                    {mine.collection->find("title"), std::string("Fight Club"), {}, {}, {}},
                    {mine.collection->find("kind"), std::string("movie"), {}, {}, {}},
                    {mine.collection->find("status"), std::string("not_watched"), {}, {}, {}}};
    mine.id = *model::naturalId(*mine.collection, m_me, mine.patches);
    QVERIFY(m_store->write(mine).ok());
    const QStringList before = shown();

    exchange::Plan plan = planOf(letterboxd(1'200));
    QCOMPARE(plan.added, std::int64_t{1'200});
    QCOMPARE(plan.completed, std::int64_t{1});
    QCOMPARE(plan.viewings, std::int64_t{1'200});
    auto import = TitleImport::begin(*m_store, m_me, folder(), 1'760'000'000'000, std::move(plan));
    QVERIFY(import.ok());
    run(std::move(*import));
    QCOMPARE(shown().size(), 2'401);
    QCOMPARE(planOf(letterboxd(1'200)).changes.size(), std::size_t{0});
    const auto there = m_store->get(*mine.collection, m_me, mine.id);
    QCOMPARE(there->text("status"), std::string_view("completed"));
    QCOMPARE(there->number("rating"), std::int64_t{90});

    const auto notes = TitleImport::last(folder());
    QVERIFY(notes.has_value());
    const auto undone = TitleImport::undo(*m_store, m_me, *notes);
    QVERIFY(undone.ok());
    QCOMPARE(undone->records, std::int64_t{2'401});
    QCOMPARE(undone->kept, std::int64_t{0});
    QCOMPARE(shown(), before);
    QVERIFY(!TitleImport::last(folder()));
  }

  void oneThatWasBrokenOffIsTakenBackToo() {
    auto import = TitleImport::begin(*m_store, m_me, folder(), 1'760'000'000'000, planOf(letterboxd(1'200)));
    QVERIFY(import.ok() && import->step().ok());
    QVERIFY(import->progress() > 0 && import->progress() < 1);
    QVERIFY(shown().size() == 500);
    const auto undone = TitleImport::undo(*m_store, m_me, import->notes());
    QVERIFY(undone.ok());
    QCOMPARE(shown(), QStringList());
  }

  void whatWasTakenBackComesInAgain() {
    for (int round = 0; round < 2; ++round) {
      auto import =
          TitleImport::begin(*m_store, m_me, folder(), 1'760'000'000'000 + round, planOf(letterboxd(30)));
      QVERIFY(import.ok());
      run(std::move(*import));
      QCOMPARE(shown().size(), 61);
      QVERIFY(TitleImport::undo(*m_store, m_me, *TitleImport::last(folder())).ok());
      QCOMPARE(shown(), QStringList());
    }
  }

  void whatIsOnTheDeviceGoesOut() {
    auto import = TitleImport::begin(*m_store, m_me, folder(), 1'760'000'000'000, planOf(letterboxd(5)));
    QVERIFY(import.ok());
    run(std::move(*import));
    const auto items = shelfOf(*m_reader, m_me).library.items();
    QCOMPARE(items.size(), std::size_t{6});
    const auto back = exchange::read(exchange::write(exchange::Format::letterboxd, items));
    QVERIFY(back.ok());
    QCOMPARE(back->items.size(), std::size_t{6});
    for (const exchange::Item& item : back->items) {
      if (item.title == "Fight Club") QCOMPARE(item.imdb, std::string("tt0137523"));
      if (item.title == "Summer 3") QCOMPARE(item.viewings.at(0).remarks, std::string("Note, 3"));
    }
  }
};

QTEST_GUILESS_MAIN(TitleImportTest)
#include "title_import_test.moc"
