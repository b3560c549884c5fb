// SPDX-License-Identifier: GPL-3.0-or-later
// IMDb's data files: what is taken, what is refused, and how much memory a few million lines need.
#include <sys/resource.h>
#include <zlib.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "server/catalog/imdb_files.hpp"

using namespace foyer;
using server::readImdbFiles;

namespace {

constexpr char kBasics[] =
    "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n";
constexpr char kRatings[] = "tconst\taverageRating\tnumVotes\n";

QStringList names(const server::ImdbTitles& read) {
  QStringList out;
  for (const titles::PackTitle& title : read.titles) out << QString::fromStdString(title.title);
  return out;
}

}  // namespace

class ImdbFilesTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_dir;
  std::string file(const char* name, const std::string& text) {
    const std::string path = m_dir.filePath(QString::fromLatin1(name)).toStdString();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

 private slots:
  void filmsAndSeriesAreTaken() {
    const std::string basics =
        file("title.basics.tsv", std::string(kBasics) +
                                     "tt9000001\tmovie\tA Quay\tUn quai\t0\t2011\t\\N\t93\tComedy,Sci-Fi\n"
                                     "tt9000002\ttvSeries\tHours\tHours\t0\t2015\t2020\t52\t\\N\n"
                                     "tt9000003\ttvEpisode\tPilot\tPilot\t0\t2015\t\\N\t52\tDrama\n"
                                     "tt9000004\tmovie\tFor adults\tFor adults\t1\t2015\t\\N\t52\tDrama\n"
                                     "tt0137523\tmovie\tFight Club\tFight Club\t0\t1999\t\\N\t139\tDrama\n"
                                     "tt9000005\tvideoGame\tA game\tA game\t0\t2015\t\\N\t\\N\tAction\n");
    const std::string ratings =
        file("title.ratings.tsv",
             std::string(kRatings) +
                 "tt9000001\t7.4\t1200\ntt9000002\t8.1\t90\ntt0137523\t8.8\t2000000\ntt9000003\t9.9\t5\n");
    const auto read = readImdbFiles({ratings, basics}, 100);
    QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
    QCOMPARE(names(*read), (QStringList{"A Quay", "Hours"}));
    QCOMPARE(read->known, std::int64_t{1});
    QCOMPARE(read->damaged, std::int64_t{0});
    const titles::PackTitle& quay = read->titles[0];
    QCOMPARE(quay.original, std::string("Un quai"));
    QCOMPARE(quay.genres, (std::vector<std::string>{"comedy", "science_fiction"}));
    QCOMPARE(quay.score, std::int64_t{74});
    QCOMPARE(quay.votes, std::int64_t{1200});
    QVERIFY(read->titles[1].original.empty() && read->titles[1].genres.empty());
    QCOMPARE(read->titles[1].kind, std::string("tv"));
  }

  void theMostVotedComeFirst() {
    std::string basics = kBasics, ratings = kRatings;
    for (int i = 0; i < 50; ++i) {
      const std::string name = "tt" + std::to_string(9'000'000 + i);
      basics += name + "\tmovie\tInvented " + std::to_string(i) + "\t\\N\t0\t2011\t\\N\t93\tDrama\n";
      ratings += name + "\t5.0\t" + std::to_string(i * 37 % 50) + "\n";
    }
    const auto read = readImdbFiles({file("b.tsv", basics), file("r.tsv", ratings)}, 5);
    QCOMPARE(read->titles.size(), std::size_t{5});
    for (const titles::PackTitle& title : read->titles) QVERIFY(title.votes >= 45);
    QCOMPARE(read->beyond, std::int64_t{45});
    const auto without = readImdbFiles({file("b.tsv", basics)}, 5);
    QCOMPARE(names(*without).first(), QString("Invented 0"));
    QCOMPARE(without->titles.size(), std::size_t{5});
  }

  void damagedLinesAreNamedAndTheRestGoesOn() {
    const std::string basics = file(
        "b.tsv", std::string(kBasics) + "tt9000001\tmovie\tGood\t\\N\t0\t2011\t\\N\t93\tDrama\n" +
                     "tt9000002\tmovie\tShort line\n" +
                     "nm9000003\tmovie\tA person\t\\N\t0\t2011\t\\N\t93\tDrama\n" +
                     "tt9000004\tmovie\tBad\xff text\t\\N\t0\t2011\t\\N\t93\tDrama\n" + "tt9000005\tmovie\t" +
                     std::string(100'000, 'x') + "\t\\N\t0\t2011\t\\N\t93\tDrama\n" +
                     "tt9000006\tmovie\tYear\t\\N\t0\tMCM\t\\N\t93\tDrama\n" +
                     std::string("tt9000007\tmovie\tNul\0l\t\\N\t0\t2011\t\\N\t93\tDrama\n", 44) +
                     "tt9000008\tmovie\tLast\t\\N\t0\t2011\t\\N\t93\tDrama");
    const auto read = readImdbFiles({basics}, 100);
    QCOMPARE(names(*read), (QStringList{"Good", "Last"}));
    QVERIFY(read->damaged >= 6);
    QVERIFY(QString::fromStdString(read->firstDamaged[0]).endsWith("b.tsv:3"));
  }

  void otherFilesAreRefused() {
    QCOMPARE(readImdbFiles({"/nowhere/at/all"}, 5).error().code, Code::notFound);
    QCOMPARE(readImdbFiles({file("x.tsv", "Dear Sir\n")}, 5).error().code, Code::unsupported);
    QCOMPARE(readImdbFiles({file("r.tsv", kRatings)}, 5).error().code, Code::unsupported);
  }

  void millionsOfLinesInLittleMemory() {
    const std::string basics = m_dir.filePath("title.basics.tsv.gz").toStdString();
    const std::string ratings = m_dir.filePath("title.ratings.tsv.gz").toStdString();
    gzFile b = gzopen(basics.c_str(), "wb1");
    gzFile r = gzopen(ratings.c_str(), "wb1");
    gzputs(b, kBasics);
    gzputs(r, kRatings);
    for (int i = 1; i <= 2'000'000; ++i) {
      gzprintf(b, "tt%07d\t%s\tAn invented title %d\tAn invented title %d\t0\t%d\t\\N\t93\tDrama,Romance\n",
               40'000'000 + i, i % 3 ? "tvEpisode" : "movie", i, i, 1950 + i % 70);
      if (i % 2) gzprintf(r, "tt%07d\t6.%d\t%d\n", 40'000'000 + i, i % 10, i % 99'991);
    }
    gzclose(b);
    gzclose(r);
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    const auto read = readImdbFiles({basics, ratings}, 1'000);
    getrusage(RUSAGE_SELF, &after);
    QVERIFY(read.ok());
    QCOMPARE(read->titles.size(), std::size_t{1'000});
    QCOMPARE(read->lines, std::int64_t{3'000'000});
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 48 * 1024,
             qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss) + " KiB"));
  }
};

QTEST_APPLESS_MAIN(ImdbFilesTest)
#include "imdb_files_test.moc"
