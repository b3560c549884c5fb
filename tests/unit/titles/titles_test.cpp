// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <set>

#include "titles/fold.hpp"
#include "titles/title_index.hpp"

using namespace foyer;
using namespace foyer::titles;

namespace {

QString names(const std::vector<const KnownTitle*>& found) {
  QStringList out;
  for (const KnownTitle* title : found) out << QString::fromStdString(title->facts.title);
  return out.join('|');
}

TitleIndex small() {
  const auto pack = parseTitles(
      "Alien\tAlien\t1979\tmovie\t117\thorror\ttt0078748\t348\t17\n"
      "Aliens\tAliens\t1986\tmovie\t137\taction\ttt0090605\t679\t17\n"
      "Roma\tRoma\t2018\tmovie\t135\tdrama\ttt6155172\t\t17\n"
      "Roma\tFellini Roma\t1972\tmovie\t120\tcomedy\t\t\t\n"
      "Fargo\tFargo\t1996\tmovie\t98\tcrime\ttt0116282\t\t17\n"
      "Fargo\tFargo\t2014\tseries\t53\tcrime\ttt2802850\t60622\t\n"
      "Seven Samurai\t七人の侍\t1954\tmovie\t207\taction\ttt0047478\t\t\n"
      "The Alien Hour\tThe Alien Hour\t2001\tmovie\t90\thorror\t\t\t\n");
  return TitleIndex("test", *pack);
}

}  // namespace

class TitlesTest : public QObject {
  Q_OBJECT
 private slots:
  void wordsAreComparedWithoutAccents_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("French") << "Cléo de 5 à 7"
                            << "CLEO DE 5 A 7";
    QTest::newRow("ligature") << "Un cœur en hiver"
                              << "un coeur en hiver";
    QTest::newRow("marks on their own") << "Ame\u0301lie"
                                        << "amelie";
    QTest::newRow("apostrophes") << "Schindler’s List"
                                 << "schindlers list";
    QTest::newRow("Polish") << "Łódź"
                            << "lodz";
    QTest::newRow("German") << "Das weiße Band"
                            << "das WEISSE band";
    QTest::newRow("Cyrillic") << "ЗЕРКАЛО"
                              << "зеркало";
    QTest::newRow("Cyrillic, two spellings") << "Утомлённые"
                                             << "утомленные";
    QTest::newRow("Greek") << "ΚΥΝΌΔΟΝΤΑΣ"
                           << "κυνοδοντασ";
    QTest::newRow("signs between words") << "Ali: Fear  Eats–the Soul!"
                                         << "ali fear eats the soul";
    QTest::newRow("full width") << "となりの・トトロ"
                                << "となりの トトロ";
    QTest::newRow("nothing") << " ?! "
                             << "";
  }
  void wordsAreComparedWithoutAccents() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(QString::fromStdString(fold(one.toStdString())),
             QString::fromStdString(fold(other.toStdString())));
  }
  void bytesThatAreNoTextAreSpace() {
    QCOMPARE(fold("a\xff\xc3z\xe2\x82"), std::string("a z"));
    QCOMPARE(fold(std::string("a\0b", 3)), std::string("a b"));
  }

  void titlesAreFoundByTheirNumbers() {
    const TitleIndex index = small();
    QCOMPARE(index.byImdb("tt0090605")->facts.title, std::string("Aliens"));
    QCOMPARE(index.byTmdb("movie", "348")->facts.title, std::string("Alien"));
    QVERIFY(!index.byTmdb("tv", "348"));  // two number spaces
    QVERIFY(!index.byImdb("tt9"));
    const KnownTitle& samurai = index.all()[6];
    QCOMPARE(index.byId(samurai.id), &samurai);
  }

  void titlesAreFoundByNameAndYear() {
    const TitleIndex index = small();
    QCOMPARE(index.byName("ALIEN", 1979, "movie")->facts.year, std::int64_t{1979});
    QCOMPARE(index.byName("alien", 1980, "")->facts.year, std::int64_t{1979});  // premieres differ
    QVERIFY(!index.byName("Alien", 1982, "movie"));
    QVERIFY(!index.byName("Alien", 1979, "tv"));
    QCOMPARE(index.byName("七人の侍", 0, "movie")->facts.title, std::string("Seven Samurai"));
    QVERIFY(!index.byName("Roma", 0, ""));  // which of the two?
    QVERIFY(!index.byName("Fargo", 0, ""));
    QCOMPARE(index.byName("Fargo", 0, "tv")->facts.year, std::int64_t{2014});
    QVERIFY(!index.byName("", 1979, ""));
  }

  void typingFindsTheBestFirst() {
    const TitleIndex index = small();
    QCOMPARE(names(index.search("alien", 10)), QString("Alien|Aliens|The Alien Hour"));
    QCOMPARE(names(index.search("ali", 10)), QString("Aliens|Alien|The Alien Hour"));
    QCOMPARE(names(index.search("hour al", 10)), QString("The Alien Hour"));
    QCOMPARE(names(index.search("七人", 10)), QString("Seven Samurai"));
    QCOMPARE(names(index.search("lien", 10)), QString());
    QCOMPARE(index.search("a", 2).size(), std::size_t{2});
    QVERIFY(index.search("  ", 10).empty());
  }

  void theBuiltInTitlesAreThere() {
    const TitleIndex& index = builtInIndex();
    QVERIFY(index.all().size() >= 1'000);
    QCOMPARE(index.byName("Le Fabuleux Destin d'Amélie Poulain", 2001, "movie")->facts.title,
             std::string("Amélie"));
    std::set<std::string> ids;
    std::size_t imdb = 0;
    for (const KnownTitle& title : index.all()) {
      QVERIFY2(ids.insert(title.id.str()).second, title.facts.title.c_str());
      imdb += title.facts.imdb.empty() ? 0 : 1;
      QVERIFY2(title.facts.imdb.empty() || title.facts.imdb.starts_with("tt"), title.facts.title.c_str());
      QVERIFY2(title.facts.minutes < 1'000, title.facts.title.c_str());
    }
    QVERIFY(imdb >= 1'000);
  }

  void aLineOfAPackReadsBackTheSame() {
    for (const KnownTitle& title : builtInIndex().all()) {
      const auto again = parseTitles(packLine(title.facts));
      QVERIFY2(again.ok(), title.facts.title.c_str());
      QCOMPARE(packLine(again->front()), packLine(title.facts));
    }
  }
};

QTEST_APPLESS_MAIN(TitlesTest)
#include "titles_test.moc"
