// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <QtTest>

#include <array>
#include <random>
#include <set>

#include "store/reader.hpp"
#include "store_fixture.hpp"

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;

namespace {

const schema::Collection& lists() { return schema::collection("lists"); }

void sql(const fs::path& file, const char* text) {
  sqlite3* db = nullptr;
  sqlite3_open(file.c_str(), &db);
  char* message = nullptr;
  sqlite3_exec(db, text, nullptr, nullptr, &message);
  const std::string said = message ? message : "";
  sqlite3_free(message);
  sqlite3_close(db);
  if (!said.empty()) throw std::runtime_error(said);
}

QByteArray contentOf(const fs::path& file) {
  QFile in(QString::fromStdString(file.string()));
  if (!in.open(QIODevice::ReadOnly)) throw std::runtime_error("unreadable");
  return in.readAll();
}

void overwrite(const fs::path& file, qint64 at, const QByteArray& bytes) {
  QFile out(QString::fromStdString(file.string()));
  if (!out.open(QIODevice::ReadWrite) || !out.seek(at) || out.write(bytes) != bytes.size())
    throw std::runtime_error("unwritable");
}

/// Overwrites every page that holds these bytes; returns how many.
int spoilPagesWith(const fs::path& file, const QByteArray& needle) {
  constexpr qint64 kPageBytes = 4096;
  const QByteArray all = contentOf(file);
  std::set<qint64> pages;
  for (qsizetype at = all.indexOf(needle); at >= 0; at = all.indexOf(needle, at + 1))
    pages.insert(at / kPageBytes);
  for (const qint64 page : pages) overwrite(file, page * kPageBytes, QByteArray(kPageBytes, '\x5a'));
  return static_cast<int>(pages.size());
}

void leaveUnclean(const TempStore& s) {
  QFile(QString::fromStdString(s.file().string() + ".open")).open(QIODevice::WriteOnly);
}

int damagedFiles(const TempStore& s) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(s.file().parent_path())) {
    const std::string name = entry.path().filename().string();
    count += name.find(".damaged-") != std::string::npos && name.find("-wal") == std::string::npos &&
             name.find("-shm") == std::string::npos;
  }
  return count;
}

}  // namespace

/// Opening: from nothing, from an older file, from a copy, after a crash, after damage.
class StoreOpenTest : public QObject {
  Q_OBJECT

 private slots:
  void aSecondWriterIsRefused() {
    TempStore s;
    const auto second = s.tryOpen();
    QVERIFY(!second.ok());
    QVERIFY(second.error().code == Code::busy);
    s.close();
    QVERIFY(s.tryOpen().ok());
  }

  void aNewerFileIsRefusedAndLeftAlone() {
    TempStore s;
    s.addList("a");
    s.close();
    sql(s.file(), "PRAGMA user_version = 99");
    const QByteArray before = contentOf(s.file());
    QVERIFY(s.tryOpen().error().code == Code::tooNew);
    QVERIFY(store::Reader::open(s.file()).error().code == Code::tooNew);
    QCOMPARE(contentOf(s.file()), before);
    QCOMPARE(damagedFiles(s), 0);
  }

  void aFileOfAnOlderListGetsItsNewTablesAndColumns() {
    TempStore s;
    const Uuid id = s.addList("a");
    s.close();
    sql(s.file(),
        "ALTER TABLE lists DROP COLUMN order_key; DROP TABLE reviews; DROP INDEX photos_by_taken_at; DROP "
        "TABLE photos;"
        "UPDATE local_settings SET value = 'older' WHERE key = 'list'");
    s.open();
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("a"));
    s.edit("lists", id, {{"order_key", std::string("m")}});
    QCOMPARE(textOf(s->get(lists(), s.person, id), "order_key"), std::string("m"));
    QVERIFY(!s->get(schema::collection("reviews"), s.person, id));
    QVERIFY(!s->get(schema::collection("photos"), s.person, id));
  }

  void law11_aCopyTakesItsOwnIdentityAndLosesNothing() {
    TempStore s;
    s.addList("sent");
    s->nextPush(s.person, 10, 10'000);
    s.addList("queued");
    s.close();
    s.device = Uuid::v7(99);
    s.open();
    QVERIFY(s.opened.newIdentity);
    const auto pushed = s->nextPush(s.person, 10, 10'000);
    QCOMPARE(pushed.size(), 2u);
    QCOMPARE(pushed[0].seq, 1u);
    QVERIFY(pushed[0].device == s.device && pushed[1].device == s.device);
    s.reopen();
    QVERIFY(!s.opened.newIdentity);
  }

  void somethingThatIsNoDatabaseIsSetAside() {
    TempStore s(false);
    QFile file(QString::fromStdString(s.file().string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{0});
    QCOMPARE(damagedFiles(s), 1);
    s.addList("a");
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
  }

  void damageFoundAfterACrashLosesNoUnsentChange() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 300; ++i)
      s.serverPuts("lists", Uuid::v7(i), {{"name", "from the server " + std::to_string(i)}});
    s.pull();
    for (int i = 0; i < 50; ++i) ids.push_back(s.addList("unsent " + std::to_string(i)));
    s->nextPush(s.person, 20, 100'000);
    const Uuid family = Uuid::v7(5);
    store::Edit head =
        makeEdit("families", family, family, {{"name", std::string("Ours")}, {"created_by", s.person}});
    head.op = model::Op::create;
    QVERIFY(s->write(head).ok());
    s->setSetting("account", "me");
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "from the server 7") > 0);
    leaveUnclean(s);
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{51});
    QCOMPARE(s->setting("account"), std::string("me"));
    QVERIFY(s->scope(family).has_value());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      QCOMPARE(textOf(s->get(lists(), s.person, ids[i]), "name"), "unsent " + std::to_string(i));
    }
    const auto pushed = s->nextPush(s.person, 100, 1'000'000);
    QCOMPARE(pushed.size(), 50u);
    for (std::size_t i = 0; i < pushed.size(); ++i) QCOMPARE(pushed[i].seq, i + 1);
    QVERIFY(s.pull().verified);  // the rest comes from the server
  }

  void aDestroyedHeaderLosesNoUnsentChange() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 120; ++i) ids.push_back(s.addList("unsent " + std::to_string(i)));
    const Uuid entry = s.addEntry("Alien");
    s.edit("watch_entries", entry, {{"notes", std::string(9'000, 'n')}});  // spills over several pages
    s.push(), s.pull();
    s.edit("watch_entries", entry, {{"notes", std::string(9'500, 'm')}});
    for (const Uuid& id : ids) s.edit("lists", id, {{"description", std::string("unsent words")}});
    s->setSetting("account", s.person.str());
    s.close();
    overwrite(s.file(), 0, QByteArray(4096, '\0'));
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{121});
    QCOMPARE(s->setting("account"), s.person.str());
    QVERIFY(s.pull().verified);
    QCOMPARE(textOf(s->get(lists(), s.person, ids[5]), "description"), std::string("unsent words"));
    QCOMPARE(textOf(s->get(schema::collection("watch_entries"), s.person, entry), "notes"),
             std::string(9'500, 'm'));
    const auto pushed = s.push();
    QCOMPARE(pushed.size(), 121u);
    QVERIFY(pushed[0].seq > 121);  // the numbers given out before are known
    QVERIFY(s.pull().verified);
  }

  void aDestroyedHeaderBesideAnUnfinishedLog() {
    TempStore s;
    std::vector<Uuid> ids;
    for (int i = 0; i < 40; ++i) ids.push_back(s.addList("unsent " + std::to_string(i)));
    // As a crash leaves it: the file and its log, copied while they are open.
    const fs::path copy = s.file().parent_path() / "crashed";
    fs::create_directory(copy);
    for (const char* part : {"", "-wal"})
      fs::copy_file(s.file().string() + part, copy / ("foyer.sqlite" + std::string(part)));
    s.close();
    for (const char* part : {"", "-wal"}) {
      fs::remove(s.file().string() + part);
      fs::rename(copy / ("foyer.sqlite" + std::string(part)), s.file().string() + part);
    }
    overwrite(s.file().string() + "-wal", 0, QByteArray(4, '\0'));  // SQLite doesn't know the log any more
    overwrite(s.file(), 0, QByteArray(100, 'x'));
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{40});
    QCOMPARE(textOf(s->get(lists(), s.person, ids[39]), "name"), std::string("unsent 39"));
  }

  void aRebuildThatWasCutOffIsDoneAgain() {
    TempStore s;
    const Uuid id = s.addList("unsent");
    s.close();
    const fs::path aside = s.file().string() + ".damaged-1";
    fs::rename(s.file(), aside);
    QFile mark(QString::fromStdString(s.file().string() + ".rebuilding"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write(aside.string().c_str());
    mark.close();
    QFile half(QString::fromStdString(s.file().string()));  // the new file, not finished
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.close();
    s.open();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(s.opened.salvaged, std::int64_t{1});
    QCOMPARE(textOf(s->get(lists(), s.person, id), "name"), std::string("unsent"));
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
  }

  void aSpoiltOutboxPageCostsOnlyItself() {
    TempStore s;
    for (int i = 0; i < 200; ++i) s.addList("unsent number " + std::to_string(i));
    s->nextPush(s.person, 150, 1'000'000);
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "unsent number 77") > 0);
    leaveUnclean(s);
    s.open();
    QVERIFY(s.opened.rebuilt);
    QVERIFY2(s.opened.salvaged >= 160 && s.opened.salvaged < 200,
             qPrintable(QString::number(s.opened.salvaged)));
    // A number is missing: the rest is numbered anew, without gaps.
    const auto pushed = s->nextPush(s.person, 1000, 1'000'000);
    QCOMPARE(static_cast<std::int64_t>(pushed.size()), s.opened.salvaged);
    for (std::size_t i = 0; i < pushed.size(); ++i) QCOMPARE(pushed[i].seq, i + 1);
  }

  void damageMetWhileInUseRebuildsAtTheNextOpen() {
    TempStore s;
    for (int i = 0; i < 200; ++i)
      s.serverPuts("lists", Uuid::v7(i), {{"name", "from the server " + std::to_string(i)}});
    s.pull();
    const Uuid unsent = s.addList("unsent");
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "from the server 7") > 0);
    s.open();  // closed properly: not looked at closely
    QVERIFY(!s.opened.rebuilt);
    bool met = false;
    try {
      s->exportScope(s.person, [](std::string_view) {});
    } catch (const store::Failure& failure) {
      met = failure.damaged;
    }
    QVERIFY(met);
    s.reopen();
    QVERIFY(s.opened.rebuilt);
    QCOMPARE(textOf(s->get(lists(), s.person, unsent), "name"), std::string("unsent"));
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
  }

  void anOutboxThatCantBeReadAtOpenIsRebuilt() {
    TempStore s;
    for (int i = 0; i < 200; ++i) s.addList("unsent number " + std::to_string(i));
    s.close();
    QVERIFY(spoilPagesWith(s.file(), "unsent number 77") > 0);
    s.open();
    QVERIFY(s.opened.rebuilt);
    QVERIFY(s.opened.salvaged >= 160);
  }

  void aFullDiskRefusesAndLosesNothing() {
    TempStore s;
    const Uuid id = s.addEntry("Alien");
    rlimit before{};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto ignored = ::signal(SIGXFSZ, SIG_IGN);
    rlimit full = before;
    full.rlim_cur = std::max(fs::file_size(s.file()), fs::file_size(s.file().string() + "-wal")) + 4096;
    ::setrlimit(RLIMIT_FSIZE, &full);
    Result<model::Record> refused = Error{};
    bool written = true;
    std::size_t took = 0;
    for (; took < 5000 && written; ++took) {
      refused = s.tryEdit("watch_entries", id, {{"notes", std::string(5'000 + took, 'n')}});
      written = refused.ok();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, ignored);
    QVERIFY(!written);
    QVERIFY(refused.error().code == Code::internal);
    const std::size_t kept = took == 1 ? 0 : 5'000 + took - 2;
    const auto& entries = schema::collection("watch_entries");
    QCOMPARE(s->get(entries, s.person, id)->text("notes").size(), kept);
    s.edit("watch_entries", id, {{"notes", std::string("there is room again")}});
    s.reopen();
    QVERIFY(!s.opened.rebuilt);
    QCOMPARE(textOf(s->get(entries, s.person, id), "notes"), std::string("there is room again"));
    QCOMPARE(s.push().size(), 1u);
  }

  void killedAtAnyPointNothingDurableIsLost() {
    const QByteArray given = qgetenv("FOYER_SEED");
    const unsigned seed = given.isEmpty() ? std::random_device()() : given.toUInt();
    qInfo() << "FOYER_SEED" << seed;
    std::mt19937 random(seed);
    for (int round = 0; round < 6; ++round) {
      TempStore s(false);
      std::array<int, 2> pipe{};
      QVERIFY(::pipe(pipe.data()) == 0);
      const pid_t child = ::fork();
      if (child == 0) work(s, pipe[1]);
      ::close(pipe[1]);
      const unsigned wanted = 1 + random() % 120;
      std::vector<Uuid> durable;
      Uuid id;
      while (durable.size() < wanted && ::read(pipe[0], id.bytes.data(), 16) == 16) durable.push_back(id);
      ::usleep(random() % 3000);
      ::kill(child, SIGKILL);
      while (::read(pipe[0], id.bytes.data(), 16) == 16) durable.push_back(id);
      ::close(pipe[0]);
      ::waitpid(child, nullptr, 0);
      QVERIFY(durable.size() >= wanted);

      s.open();
      QVERIFY(!s.opened.rebuilt);
      model::Digest digest;
      std::size_t waiting = 0;
      for (const Uuid& one : durable) {
        const auto row = s->get(lists(), s.person, one);
        QVERIFY(row);
        if (row->version > 0) digest += model::rowHash(*row);
        waiting += s->pendingOf(lists(), s.person, one) != store::Pending::none;
      }
      // One write may have been durable without having been told.
      const auto pushed = s->nextPush(s.person, 1000, 1'000'000);
      QVERIFY(pushed.size() == waiting || pushed.size() == waiting + 1);
      for (std::size_t i = 1; i < pushed.size(); ++i) QCOMPARE(pushed[i].seq, pushed[i - 1].seq + 1);
      QVERIFY(s->scope(s.person)->digest == digest);  // what wasn't told has no version yet
    }
  }

 private:
  /// The child: writes, pushes and pulls for ever, tells each record once it is durable.
  [[noreturn]] static void work(TempStore& s, int out) {
    s.open();
    for (int i = 0;; ++i) {
      const Uuid id = s.addList("list " + std::to_string(i));
      if (::write(out, id.bytes.data(), 16) != 16) ::_exit(0);
      if (i % 7 == 6) s.push();
      if (i % 14 == 13) s.pull();
      if (i > 5000) ::_exit(0);
    }
  }
};

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "store_open_test.moc"
