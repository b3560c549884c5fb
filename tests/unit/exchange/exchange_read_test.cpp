// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other services, as they are and as somebody broke them.
#include <zip.h>

#include <QtTest>

#include "exchange/csv.hpp"
#include "exchange/formats.hpp"

using namespace foyer;
using namespace foyer::exchange;
using std::string_literals::operator""s;

namespace {

constexpr char kImdb[] =
    "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime "
    "(mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n";

std::string imdbRow(const std::string& id, const std::string& title, const std::string& rest) {
  return "1," + id + ",2024-01-01,2024-01-01,," + title + "," + title + ",https://www.imdb.com/title/" + id +
         "/," + rest + "\n";
}

Parsed parsed(const std::string& name, const std::string& bytes) {
  auto result = exchange::read({{name, bytes}});
  if (!result) qFatal("%s", result.error().message.c_str());
  return *result;
}

std::string utf16(const QString& text, bool bigEndian, bool mark) {
  std::string out = mark ? (bigEndian ? "\xFE\xFF"s : "\xFF\xFE"s) : ""s;
  for (const QChar c : text) {
    const char low = static_cast<char>(c.unicode() & 0xFF);
    const char high = static_cast<char>(c.unicode() >> 8);
    out += bigEndian ? high : low;
    out += bigEndian ? low : high;
  }
  return out;
}

std::string zipped(const std::vector<File>& files) {
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &why);
  zip_source_keep(source);
  zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &why);
  for (const File& file : files)
    zip_file_add(zip, file.name.c_str(), zip_source_buffer(zip, file.bytes.data(), file.bytes.size(), 0), 0);
  if (zip_close(zip) != 0) qFatal("no archive");
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

const Item* titled(const Parsed& parsed, const std::string& title) {
  for (const Item& item : parsed.items)
    if (item.title == title) return &item;
  return nullptr;
}

}  // namespace

class ExchangeReadTest : public QObject {
  Q_OBJECT
 private slots:
  void tablesAreReadAsProgramsWriteThem() {
    const auto cells = [](const std::string& text) {
      CsvReader reader(text);
      std::vector<std::vector<std::string>> rows;
      for (std::vector<std::string> row; reader.next(row);) rows.push_back(row);
      return rows;
    };
    using Rows = std::vector<std::vector<std::string>>;
    QCOMPARE(cells("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    QCOMPARE(cells("a;b\r\n\"x;y\";2"), (Rows{{"a", "b"}, {"x;y", "2"}}));
    QCOMPARE(cells("a\tb\r1\t2\r"), (Rows{{"a", "b"}, {"1", "2"}}));
    QCOMPARE(cells("a,b\n\"two\nlines, and \"\"words\"\"\",2\n"),
             (Rows{{"a", "b"}, {"two\nlines, and \"words\"", "2"}}));
    QCOMPARE(cells("a,b\n\n,\n1,\"open to the end\n2,3"), (Rows{{"a", "b"}, {"1", "open to the end\n2,3"}}));
    QCOMPARE(cells("a,b\n\"x\"y,2\n"), (Rows{{"a", "b"}, {"xy", "2"}}));
    QCOMPARE(cells(""), Rows{});
  }

  void linesAreCountedThroughQuotes() {
    CsvReader reader("a,b\n\"1\n2\n3\",x\nlast,row\n");
    std::vector<std::string> row;
    QVERIFY(reader.next(row) && reader.next(row) && reader.next(row));
    QCOMPARE(row.front(), std::string("last"));
    QCOMPARE(reader.line(), std::int64_t{5});
  }

  void formulasAreText() {
    for (const std::string cell : {"=1+1", "+33", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''-1",
                                   "'tis", "plain", "a=b", "", "\"=1\""}) {
      const std::string written = csvCell(cell);
      const std::string bare = written.starts_with('"') ? written.substr(1) : written;
      QVERIFY2(bare.empty() || std::string("=+-@\t\r\n").find(bare.front()) == std::string::npos,
               written.c_str());
      const std::string table = "h,k\n" + written + ",1\n";
      CsvReader reader(table);
      std::vector<std::string> row;
      QVERIFY(reader.next(row) && reader.next(row));
      QCOMPARE(row.front(), cell);
    }
  }

  void textComesInManyCodes_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QString text = "Name,Year\nCléo de 5 à 7 🎬,1962\n";
    const auto row = [](const char* name, const std::string& bytes) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("plain", text.toStdString());
    row("with a mark", "\xEF\xBB\xBF" + text.toStdString());
    row("UTF-16, little end first", utf16(text, false, true));
    row("UTF-16, big end first", utf16(text, true, true));
    row("UTF-16 without a mark", utf16(text, false, false));
    row("UTF-16 without a mark, big end first", utf16(text, true, false));
  }
  void textComesInManyCodes() {
    QFETCH(QByteArray, bytes);
    const Parsed all = parsed("watched.csv", bytes.toStdString());
    QCOMPARE(all.items.size(), std::size_t{1});
    QCOMPARE(all.items[0].title, std::string("Cléo de 5 à 7 🎬"));
    QCOMPARE(all.items[0].year, std::int64_t{1962});
  }
  void oldWindowsTextIsUnderstood() {
    const Parsed all = parsed("watched.csv", "Name;Year\nCl\xE9o \x96 l\x92\x9Cuvre;1962\n");
    QCOMPARE(all.items[0].title, std::string("Cléo – l’œuvre"));
  }

  void imdb() {
    const Parsed all = parsed(
        "ratings.csv",
        kImdb +
            imdbRow("tt0137523", "Fight Club",
                    "Movie,8.8,139,1999,Drama,2000000,1999-09-10,David Fincher,9,2023-05-04") +
            imdbRow("tt0903747", "Breaking Bad", "TV Series,9.5,47,2008,Crime,2,2008-01-20,,,") +
            imdbRow("tt0959621", "Pilot", "TV Episode,9,58,2008,Crime,2,2008-01-20,,8,2023-05-04") +
            imdbRow("nm0000399", "A Person", "Movie,,,2001,,,,,11,") + imdbRow("tt1", "", "Movie,,,,,,,,,"));
    QCOMPARE(all.rows, std::int64_t{5});
    QCOMPARE(all.items.size(), std::size_t{3});
    QCOMPARE(all.items[0].imdb, std::string("tt0137523"));
    QCOMPARE(all.items[0].rating, std::int64_t{90});
    QCOMPARE(all.items[0].status, std::string("completed"));
    QCOMPARE(all.items[1].kind, std::string("tv"));
    QCOMPARE(all.items[1].status, std::string("not_watched"));
    QCOMPARE(all.lost.at("Date Rated"), std::int64_t{2});
    std::vector<Trouble> troubles;
    for (const Problem& problem : all.problems) troubles.push_back(problem.what);
    QCOMPARE(troubles, (std::vector<Trouble>{Trouble::otherMedium, Trouble::badNumber, Trouble::badRating,
                                             Trouble::noTitle}));
    QCOMPARE(all.problems[2].line, std::int64_t{5});
    QCOMPARE(all.problems[2].value, std::string("11"));
  }

  void aLetterboxdArchive() {
    const std::string films = "Date,Name,Year,Letterboxd URI";
    const auto result = exchange::read(
        {{"letterboxd.zip",
          zipped(
              {{"watched.csv", films + "\n2024-01-01,Stalker,1979,https://boxd.it/"
                                       "1\n2024-01-02,Mirror,1975,https://boxd.it/2\n"},
               {"ratings.csv", films + ",Rating\n2024-01-01,Stalker,1979,https://boxd.it/1,4.5\n"},
               {"diary.csv", films + ",Rating,Rewatch,Tags,Watched "
                                     "Date\n2024-01-01,Stalker,1979,https://boxd.it/9,4,,cinema,2023-12-31\n"
                                     "2024-06-01,Stalker,1979,https://boxd.it/8,4.5,Yes,,2024-05-30\n"
                                     "2024-06-01,Stalker,1979,https://boxd.it/8,4.5,Yes,,2024-02-30\n"},
               {"reviews.csv", films + ",Rating,Rewatch,Review,Tags,Watched "
                                       "Date\n2024-01-01,Stalker,1979,https://boxd.it/9,4,,\"Slow,\nand "
                                       "\"\"good\"\"\",,2023-12-31\n"},
               {"watchlist.csv", films + "\n2024-01-01,Playtime,1967,https://boxd.it/3\n"},
               {"likes/films.csv", films + "\n2024-01-01,Mirror,1975,https://boxd.it/2\n"},
               {"profile.csv", "Date Joined,Username\n2020-01-01,somebody\n"},
               {"deleted/diary.csv",
                films + ",Watched Date\n2024-01-01,Gone,2000,https://boxd.it/7,2023-12-31\n"}})}});
    QVERIFY(result.ok());
    QCOMPARE(result->items.size(), std::size_t{3});
    const Item* stalker = titled(*result, "Stalker");
    QVERIFY(stalker);
    QCOMPARE(stalker->status, std::string("completed"));
    QCOMPARE(stalker->viewings.size(), std::size_t{2});
    QCOMPARE(stalker->viewings[0].date, std::string("2023-12-31"));
    QCOMPARE(stalker->viewings[0].rating, std::int64_t{80});
    QCOMPARE(stalker->viewings[0].remarks, std::string("Slow,\nand \"good\""));
    QVERIFY(stalker->viewings[1].rewatch);
    QCOMPARE(stalker->tags, std::vector<std::string>{"cinema"});
    QVERIFY(titled(*result, "Mirror")->favourite);
    QCOMPARE(titled(*result, "Playtime")->status, std::string("not_watched"));
    QCOMPARE(result->problems.size(), std::size_t{2});  // 30 February, and the profile
    QCOMPARE(result->problems[0].what, Trouble::badDate);
    QCOMPARE(result->problems[1].file, std::string("profile.csv"));
  }

  void trakt() {
    const Parsed all = parsed("watched.json", R"([
      {"plays":2,"last_watched_at":"2014-10-11T17:00:54.000Z","movie":{"title":"TRON: Legacy","year":2010,"ids":{"trakt":1,"imdb":"tt1104001","tmdb":20526}}},
      {"plays":3,"show":{"title":"Breaking Bad","year":2008,"ids":{"imdb":"tt0903747","tmdb":1396}},
       "seasons":[{"number":1,"episodes":[{"number":1,"plays":1,"last_watched_at":"2014-10-11T17:00:54.000Z"},{"number":2,"plays":1,"last_watched_at":"soon"}]}]},
      {"rated_at":"2014-09-01T09:10:11.000Z","rating":8,"type":"show","show":{"title":"Breaking Bad","year":2008,"ids":{"tmdb":1396}}},
      {"rating":44,"type":"movie","movie":{"title":"TRON: Legacy","year":2010,"ids":{"tmdb":20526}}},
      7, {"person":{}}, {"movie":{"year":12,"ids":[]}}])");
    QCOMPARE(all.items.size(), std::size_t{2});
    QCOMPARE(all.items[0].tmdb, std::string("20526"));
    QCOMPARE(all.items[0].viewings[0].date, std::string("2014-10-11"));
    QCOMPARE(all.items[1].progress, std::string("S1E2"));
    QCOMPARE(all.items[1].rating, std::int64_t{80});
    QCOMPARE(all.items[1].viewings.size(), std::size_t{1});
    QCOMPARE(all.lost.at("plays"), std::int64_t{2});
    QCOMPARE(all.problems.size(), std::size_t{6});  // soon, 44, 7, a person, the year 12, no title
  }

  void tmdbAndYamtrack() {
    const Parsed tmdb = parsed(
        "ratings.csv",
        "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
        "550,tt0137523,movie,Fight Club,1999-10-15,,,8.4,8.5,2023-05-04T10:00:00Z\n"
        "1396,tt0903747,tv,Breaking Bad,2008-01-20,,,8.9,,\n1396,,tv,Breaking Bad,2008-01-20,1,2,8,9,\n");
    QCOMPARE(tmdb.items.size(), std::size_t{2});
    QCOMPARE(tmdb.items[0].rating, std::int64_t{85});
    QCOMPARE(tmdb.items[1].rating, std::int64_t{0});
    const Parsed yamtrack = parsed(
        "yamtrack.csv",
        "media_id,source,media_type,title,image,season_number,episode_number,score,status,notes,start_date,"
        "end_date,progress,created_at,progressed_at\n"
        "550,tmdb,movie,Fight Club,http://x/y.jpg,,,8.5,Completed,again,,2024-02-29 20:00:00+00:00,1,,\n"
        "1396,tmdb,tv,Breaking Bad,,,,,Paused,,2024-01-01,,7,,\n1396,tmdb,episode,Breaking "
        "Bad,,1,2,,,,,2024-01-03,,,\n"
        "9,igdb,game,Tetris,,,,,Completed,,,,,,\n");
    QCOMPARE(yamtrack.items.size(), std::size_t{2});
    QCOMPARE(yamtrack.items[0].viewings[0].date, std::string("2024-02-29"));
    QCOMPARE(yamtrack.items[1].subStatus, std::string("paused"));
    QCOMPARE(yamtrack.items[1].progress, std::string("S1E2"));
    QCOMPARE(yamtrack.problems.size(), std::size_t{1});
  }

  void whatIsNoListIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << "unsupported";
    QTest::newRow("a letter") << QByteArray("Dear Sir,\nthank you.") << "unsupported";
    QTest::newRow("an object") << QByteArray("{\"a\":1}") << "unsupported";
    QTest::newRow("half an array") << QByteArray("[{\"movie\":{\"title\":\"A") << "unsupported";
    QTest::newRow("deep") << QByteArray(100'000, '[') << "unsupported";
    QTest::newRow("noise") << QByteArray("\x00\x01\xff\xfe\x80", 5) << "unsupported";
    QTest::newRow("half an archive") << QByteArray("PK\x03\x04 and then nothing") << "damaged";
  }
  void whatIsNoListIsRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto result = exchange::read({{"file", bytes.toStdString()}});
    QVERIFY(!result.ok());
    QCOMPARE(QString::fromUtf8(info(result.error().code).name.data()), code);
  }

  void aMillionRows() {
    std::string table = "Name,Year,Rating10\n";
    for (int i = 0; i < 1'000'000; ++i)
      table += "Title " + std::to_string(i) + ',' + std::to_string(1900 + i % 100) + ',' +
               std::to_string(i % 13) + '\n';
    double last = 0;
    int told = 0;
    const auto all = exchange::read({{"watched.csv", table}}, [&](double done) {
      if (done < last) qFatal("it goes back");
      last = done;
      return ++told > 0;
    });
    QVERIFY(all.ok());
    QCOMPARE(all->items.size(), std::size_t{1'000'000});
    QVERIFY(told >= 500);
    QCOMPARE(all->problems.size(), Parsed::kMostProblems);
    QCOMPARE(all->problemCount, std::int64_t{153'846});  // 11 and 12 of 10
    const auto stopped = exchange::read({{"watched.csv", table}}, [&](double done) { return done < 0.3; });
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.error().code, Code::gone);
  }
};

QTEST_APPLESS_MAIN(ExchangeReadTest)
#include "exchange_read_test.moc"
