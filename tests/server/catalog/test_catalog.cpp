// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>
#include <thread>

#include "server/catalog/catalog.hpp"
#include "sync_world.hpp"

using namespace foyer;
using namespace foyer::test;
using server::loadCatalog;
using titles::parseTitles;

/// Packs of titles become catalogue scopes. On the memory store and on PostgreSQL.
class TestCatalog : public QObject {
  Q_OBJECT
 private slots:
  void theBuiltInPackIsSound();
  void everybodyGetsTheTitles();
  void loadingAgainChangesNothing();
  void onlyChangedRowsGetANewVersion();
  void whatIsGoneFromThePackIsTrashed();
  void serversThatStartTogetherLoadItOnce();
  void damagedLinesAreRefused_data();
  void damagedLinesAreRefused();
};

namespace {

const std::string kPack =
    "# two titles\n"
    "Paris, Texas\tParis, Texas\t1984\tmovie\t147\tdrama\ttt0087884\t655\n"
    "Borgen\tBorgen\t2010\tseries\t58\tdrama;politics\ttt1526318\t\r\n"
    "\n"
    "My Own\t\t\tmovie\t\t\t\t\n";

server::CatalogLoaded load(World& world, const std::string& text) {
  return loadCatalog(world.service, "test", *parseTitles(text), {{"drama", {"Drama", "Drame"}}});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

void TestCatalog::theBuiltInPackIsSound() {
  const auto pack = parseTitles(titles::builtInTitles());
  QVERIFY2(pack.ok(), pack ? "" : pack.error().message.c_str());
  QVERIFY(pack->size() >= 1'000);
  const auto genres = titles::parseGenres(titles::builtInGenres());
  QVERIFY2(genres.ok(), genres ? "" : genres.error().message.c_str());
  for (const auto& title : *pack) {
    QVERIFY2(title.year > 0 && title.minutes > 0 && !title.genres.empty(), title.title.c_str());
    for (const std::string& code : title.genres) QVERIFY2(genres->contains(code), code.c_str());
  }
}

void TestCatalog::everybodyGetsTheTitles() {
  World world;
  const auto loaded = server::loadBuiltInCatalog(world.service);
  QVERIFY(loaded.changed > loaded.entries);
  Actor stranger("stranger");
  const Uuid scope = titles::packScope(titles::kBuiltInPack);
  const auto rows = world.pull(stranger, scope);
  QCOMPARE(rows.size(), loaded.changed);
  std::set<std::string> names;
  for (const auto& [id, row] : rows) {
    if (row.collection->name == "titles") names.insert(std::string(row.text("title")));
    if (row.collection->name == "external_ids") QVERIFY(rows.contains(row.uuid("title")));
  }
  QCOMPARE(names.count("Fight Club"), std::size_t{1});
  const auto memberships = world.store.scopesOf(stranger.who.account, stranger.who.device);
  QCOMPARE(memberships.size(), std::size_t{1});
  QCOMPARE(memberships[0].role, std::string("reader"));
}

void TestCatalog::loadingAgainChangesNothing() {
  World world;
  load(world, kPack);
  const auto before = *world.store.scope(titles::packScope("test"));
  const std::size_t told = world.changes.size();
  const auto again = load(world, kPack);
  QCOMPARE(again.entries, std::size_t{3});
  QCOMPARE(again.changed, std::size_t{0});
  QVERIFY(*world.store.scope(before.scope) == before);
  QCOMPARE(world.changes.size(), told);
}

void TestCatalog::onlyChangedRowsGetANewVersion() {
  World world;
  load(world, kPack);
  const Uuid scope = titles::packScope("test");
  const std::int64_t head = world.store.scope(scope)->head;
  const auto loaded = load(world, replaced(kPack, "\t147\t", "\t145\t"));
  QCOMPARE(loaded.changed, std::size_t{1});
  Actor reader("reader");
  const auto fresh = world.pull(reader, scope, head);
  QCOMPARE(fresh.size(), std::size_t{1});
  QCOMPARE(fresh.begin()->second.number("runtime_minutes"), std::int64_t{145});
}

void TestCatalog::whatIsGoneFromThePackIsTrashed() {
  World world;
  load(world, kPack);
  const auto loaded = load(world, kPack.substr(kPack.find("Borgen")));
  QCOMPARE(loaded.changed, std::size_t{0});
  QCOMPARE(loaded.removed, std::size_t{3});  // the title and its two numbers; the genre is still used
  const Uuid scope = titles::packScope("test");
  QCOMPARE(world.rows(scope, "titles").size(), std::size_t{2});
  QCOMPARE(load(world, kPack).changed, std::size_t{3});
  QCOMPARE(world.rows(scope, "titles").size(), std::size_t{3});
}

void TestCatalog::serversThatStartTogetherLoadItOnce() {
  World world;
  std::vector<std::thread> starting;
  std::atomic<std::size_t> changed{0};
  starting.reserve(4);
  for (int i = 0; i < 4; ++i) {
    starting.emplace_back([&] { changed += server::loadBuiltInCatalog(world.service).changed; });
  }
  for (std::thread& one : starting) one.join();
  const auto row = world.store.scope(titles::packScope(titles::kBuiltInPack));
  QCOMPARE(row->head, std::int64_t{1});
  QCOMPARE(server::loadBuiltInCatalog(world.service).changed, std::size_t{0});
  Actor reader("reader");
  QCOMPARE(world.pull(reader, row->scope).size(), changed.load());
}

void TestCatalog::damagedLinesAreRefused_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* name, QByteArray line, const char* says) {
    QTest::newRow(name) << line << says;
  };
  row("a column is missing", "A\tA\t1999\tmovie\t139\tdrama\ttt1", "7 columns");
  row("one too many", "A\tA\t1999\tmovie\t139\tdrama\ttt1\t1\t12\t", "10 columns");
  row("no title", "\tA\t1999\tmovie\t139\tdrama\ttt1\t1", "title");
  row("a title too long", QByteArray(256, 'x') + "\tA\t1999\tmovie\t139\tdrama\ttt1\t1", "255");
  row("a year in words", "A\tA\tMCMXC\tmovie\t139\tdrama\ttt1\t1", "MCMXC");
  row("a year with a tail", "A\tA\t1999x\tmovie\t139\tdrama\ttt1\t1", "1999x");
  row("a year before film", "A\tA\t1492\tmovie\t139\tdrama\ttt1\t1", "1870");
  row("a year beyond any number", "A\tA\t99999999999999999999\tmovie\t139\tdrama\ttt1\t1",
      "99999999999999999999");
  row("an age in words", "A\tA\t1999\tmovie\t139\tdrama\ttt1\t1\tadult", "adult");
  row("an age of nobody", "A\tA\t1999\tmovie\t139\tdrama\ttt1\t1\t120", "21");
  row("another kind", "A\tA\t1999\tgame\t139\tdrama\ttt1\t1", "movie or series");
  row("negative minutes", "A\tA\t1999\tmovie\t-1\tdrama\ttt1\t1", "0");
  row("an empty genre", "A\tA\t1999\tmovie\t139\tdrama;\ttt1\t1", "genres: An empty entry");
  row("a genre in capitals", "A\tA\t1999\tmovie\t139\tDrama\ttt1\t1", "small letters");
  row("a number with a space", "A\tA\t1999\tmovie\t139\tdrama\ttt 1\t1", "letters, digits");
  row("NUL", QByteArray("A\0B\tA\t1999\tmovie\t139\tdrama\ttt1\t1", 38), "UTF-8");
  row("not UTF-8", "A\xff\tA\t1999\tmovie\t139\tdrama\ttt1\t1", "UTF-8");
  row("the same number twice", "A\tA\t1999\tmovie\t139\tdrama\ttt0087884\t1", "line 2");
}

void TestCatalog::damagedLinesAreRefused() {
  QFETCH(QByteArray, line);
  QFETCH(QString, says);
  const std::string good = kPack.substr(0, kPack.find("Borgen"));
  const auto titles = parseTitles(good + line.toStdString() + "\n" + kPack.substr(kPack.find("Borgen")));
  QVERIFY(!titles.ok());
  QCOMPARE(titles.error().field, std::string("line 3"));
  QVERIFY2(titles.error().message.starts_with("line 3: "), titles.error().message.c_str());
  QVERIFY2(QString::fromStdString(titles.error().message).contains(says), titles.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "test_catalog.moc"
